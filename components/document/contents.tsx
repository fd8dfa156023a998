"use client";

import { useEffect, useState } from "react";

export type ContentsLink = { id: string; title: string };

/** The contents list; with JavaScript it also marks the part that is being read. */
export function Contents({ links, language }: { links: readonly ContentsLink[]; language: string }) {
  const [here, setHere] = useState<string | null>(null);

  useEffect(() => {
    const headings = links.flatMap(({ id }) => document.getElementById(id) ?? []);
    let drawn = 0;
    const mark = () => {
      // The part whose heading passed the upper third of the window last.
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      setHere(passed.at(-1)?.id ?? null);
    };
    const onScroll = () => {
      cancelAnimationFrame(drawn);
      drawn = requestAnimationFrame(mark);
    };
    onScroll();
    addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(drawn);
      removeEventListener("scroll", onScroll);
    };
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
