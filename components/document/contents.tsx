"use client";

import { useEffect, useState } from "react";

export type ContentsLink = { id: string; title: string };

/** The contents list; with JavaScript it also marks the part that is being read. */
export function Contents({ links, language }: { links: readonly ContentsLink[]; language: string }) {
  const [here, setHere] = useState<string | null>(null);

  useEffect(() => {
    const headings = links.flatMap(({ id }) => document.getElementById(id) ?? []);
    const mark = () => {
      // The part whose heading passed the upper third of the window last.
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      setHere(passed.at(-1)?.id ?? null);
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [links]);

  return (
    <ol lang={language}>
      {links.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === here ? "location" : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
