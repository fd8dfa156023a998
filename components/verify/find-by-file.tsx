"use client";

import { FileDrop, type FileDropWords } from "./file-drop.tsx";

/** Goes to the page of the chosen file's hash: also older papers, which carry no code, are found there. */
export function FindByFile({ words }: { words: FileDropWords }) {
  return (
    <FileDrop
      words={words}
      onHash={(hash) => {
        window.location.assign(`/verify/${hash}`);
        return <p className="text-muted">{words.reading}</p>;
      }}
    />
  );
}
