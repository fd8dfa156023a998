"use client";

import { type ReactNode, useId, useState } from "react";
import { Notice } from "#/components/ui/notice.tsx";
import { sha256Hex } from "./sha256.ts";

export type FileDropWords = Record<"field" | "reading" | "cannot" | "unreadable", string>;

type Props = {
  words: FileDropWords;
  /** Told the hash of what was chosen; gives what to show. */
  onHash: (sha256: string) => ReactNode;
};

/** The browser's own file field, which also takes what is dropped on it; the sha256 is counted here and no byte leaves the machine. */
export function FileDrop({ words, onHash }: Props) {
  const id = useId();
  const [shown, setShown] = useState<ReactNode>(null);

  const take = async (file: File | undefined) => {
    if (!file) return setShown(null);
    setShown(<p className="text-muted">{words.reading}</p>);
    try {
      const hash = await sha256Hex(await file.arrayBuffer());
      setShown(hash === null ? <Notice tone="needs" title={words.cannot} announce /> : onHash(hash));
    } catch {
      // The browser gave no bytes: the file was moved meanwhile, or it is a folder.
      setShown(<Notice tone="needs" title={words.unreadable} announce />);
    }
  };

  return (
    <div className="grid max-w-form gap-4">
      <div className="field">
        <label htmlFor={id} className="label">
          {words.field}
        </label>
        <div className="file">
          <input
            id={id}
            type="file"
            accept=".pdf,application/pdf"
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </div>
      </div>
      {shown}
    </div>
  );
}
