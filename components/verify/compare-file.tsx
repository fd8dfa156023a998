"use client";

import { Notice } from "#/components/ui/notice.tsx";
import { FileDrop, type FileDropWords } from "./file-drop.tsx";

type Words = FileDropWords & Record<"same" | "other" | "otherText", string>;

/** The chosen file against the hash of the paper that we drew. */
export function CompareFile({ sha256, words }: { sha256: string; words: Words }) {
  return (
    <FileDrop
      words={words}
      onHash={(hash) =>
        hash === sha256 ? (
          <Notice tone="done" title={words.same} announce />
        ) : (
          <Notice tone="late" title={words.other} announce>
            {words.otherText}
          </Notice>
        )
      }
    />
  );
}
