import "server-only";

import { FIRST, rowOfDays } from "./row-of-days.ts";

/**
 * An act as a secretary keeps it: a card with stamps. Written from clauses 3.5 to 3.8 alone; nothing of the program's table or
 * decisions is used, and days are counted on a row of days.
 */
const ROW = rowOfDays(2028 - FIRST, true);
const at = (day: string) => ROW.days.indexOf(day);
export const dayAfter = (day: string, by: number): string => ROW.days[at(day) + by]!;
/** The n-th worked day after a day. */
export const workedAfter = (day: string, n: number): string => ROW.days[ROW.workedAt[ROW.upTo[at(day)]! + n - 1]!]!;

export type Stamps = {
  issued: string;
  sent?: string;
  received?: string;
  signed?: string;
  refused?: string;
  deemed?: string;
  lateSigned?: string;
};
/** The card on top and how many lie under it. */
export type Card = { top: Stamps; under: number };
export type ActEvent = "send" | "receive" | "sign" | "refuse" | "deem" | "correct";
/** The step that the log must show, and the card after it; null where the clauses do not allow it. */
export type Stamped = { step: string; card: Card } | null;

const waits = ({ sent, signed, refused, deemed }: Stamps) => Boolean(sent) && !signed && !refused && !deemed;

/** 3.8: the last of the five worked days after sending. */
export const silentUntil = (sent: string): string => workedAfter(sent, 5);
/** 3.6, 3.7: three calendar days after receipt; by the setting to the next worked day. */
export function answerUntil(received: string, moves: boolean): string {
  let day = at(received) + 3;
  while (moves && !ROW.worked[day]) day++;
  return ROW.days[day]!;
}

export function stamp({ top, under }: Card, event: ActEvent, date: string, today: string): Stamped {
  const put = (step: string, stamps: Partial<Stamps>): Stamped => ({
    step,
    card: { top: { ...top, ...stamps }, under },
  });
  switch (event) {
    case "send":
      return !top.sent && date >= top.issued && date <= today ? put("send-act", { sent: date }) : null;
    case "receive":
      return waits(top) && !top.received && date >= top.sent! && date <= today
        ? put("confirm-act-received", { received: date })
        : null;
    case "sign":
      if (date < top.issued || date > today) return null;
      if (top.deemed) return top.lateSigned ? null : put("attach-late-signature", { lateSigned: date });
      return waits(top) && today <= silentUntil(top.sent!) ? put("sign-act", { signed: date }) : null;
    case "refuse":
      return waits(top) && today <= silentUntil(top.sent!) ? put("refuse-act", { refused: today }) : null;
    case "deem":
      return waits(top) && today > silentUntil(top.sent!) ? put("deem-act", { deemed: silentUntil(top.sent!) }) : null;
    case "correct":
      return top.refused ? { step: "correct-act", card: { top: { issued: today }, under: under + 1 } } : null;
  }
}

export const wordOf = ({ deemed, signed, refused, received, sent }: Stamps): string =>
  deemed ? "deemed" : signed ? "signed" : refused ? "refused" : received ? "received" : sent ? "sent" : "issued";
