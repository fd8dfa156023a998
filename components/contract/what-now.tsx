import type { ReactNode } from "react";
import { Notice } from "#/components/ui/notice.tsx";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { situationOf, toneOf, type Viewer } from "./situation.ts";

/** The first sentence of the page: the state, what the reader does now, by when. `children` are the buttons for it. */
export function WhatNow(props: {
  locale: Locale;
  contract: Contract;
  given: Given;
  viewer: Viewer;
  /** The page shows a day that is past. */
  past?: boolean;
  children?: ReactNode;
}) {
  const { locale, contract, given, viewer, past, children } = props;
  const t = translator(locale, "contract");
  const { code, params } = situationOf(contract, given);
  return (
    <Notice tone={toneOf(code, viewer)} title={past ? translator(locale, "why")("asOf.then") : t("now.title")}>
      <p>{t(`now.${viewer}.${code}`, params)}</p>
      {children}
    </Notice>
  );
}
