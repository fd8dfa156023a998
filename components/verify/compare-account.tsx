"use client";

import { type ReactNode, type SubmitEvent, useState } from "react";
import { formText } from "#/components/form/form-text.ts";
import { Notice } from "#/components/ui/notice.tsx";
import { foldCode } from "#/lib/requisites/homoglyphs.ts";
import { sha256Hex } from "./sha256.ts";

type Words = Record<"field" | "check" | "same" | "other" | "otherText" | "incomplete" | "cannot", string>;

const LENGTH = 28;

/** What somebody was asked to pay to, against the account of the paper: both as hashes, here. `incomplete` has {count} in it. */
export function CompareAccount({ accountSha256, words }: { accountSha256: string; words: Words }) {
  const [shown, setShown] = useState<ReactNode>(null);

  const compare = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = formText(new FormData(event.currentTarget), "account");
    const account = foldCode(typed.replace(/^\s*IBAN[\s:]*/i, ""));
    if (account.length !== LENGTH)
      return setShown(
        <Notice tone="needs" title={words.incomplete.replace("{count}", String(account.length))} announce />,
      );
    const hash = await sha256Hex(new TextEncoder().encode(account));
    if (hash === null) return setShown(<Notice tone="needs" title={words.cannot} announce />);
    return setShown(
      hash === accountSha256 ? (
        <Notice tone="done" title={words.same} announce />
      ) : (
        <Notice tone="late" title={words.other} announce>
          {words.otherText}
        </Notice>
      ),
    );
  };

  return (
    <form className="form" onSubmit={compare}>
      <div className="field">
        <label htmlFor="account" className="label">
          {words.field}
        </label>
        <div className="box">
          <input
            id="account"
            name="account"
            required
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={() => setShown(null)}
          />
        </div>
      </div>
      <button type="submit" className="btn secondary">
        {words.check}
      </button>
      {shown}
    </form>
  );
}
