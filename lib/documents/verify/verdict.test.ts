import { expect, it } from "vitest";
import { asDay } from "#/lib/calendar/day.ts";
import { verdictOf } from "./verdict.ts";

const until = asDay("2026-04-24");
const invoice = (status: string, replacedBy: string | null = null) => ({
  kind: "invoice",
  status,
  validUntil: until,
  replacedBy,
});
const act = (kind: string, status: string, replacedBy: string | null = null) => ({
  kind,
  status,
  validUntil: null,
  replacedBy,
});

it.each([
  ["an invoice on its last day", invoice("live"), "2026-04-24", "payable"],
  ["an invoice the day after, before the clock closed it", invoice("live"), "2026-04-25", "expired"],
  ["an expired invoice", invoice("expired"), "2026-04-20", "expired"],
  ["a paid invoice long after its day", invoice("paid"), "2027-01-01", "paid"],
  ["a cancelled invoice", invoice("cancelled"), "2026-04-20", "cancelled"],
  ["an invoice that another one replaced", invoice("expired", "26-000146-3"), "2026-04-30", "superseded"],
  ["an act on its way", act("act", "sent"), "2026-04-20", "genuine"],
  ["a signed act", act("act", "signed"), "2026-04-20", "signed"],
  ["a refused act", act("act", "refused"), "2026-04-20", "refused"],
  ["an act answered by silence", act("act", "deemed"), "2026-04-20", "deemed"],
  ["a corrected act", act("act", "replaced", "26-000103-8"), "2026-04-20", "superseded"],
  ["the protocol of a corrected act", act("deemed-protocol", "replaced", "26-000103-8"), "2026-04-20", "superseded"],
  [
    "the refusal of an act that was corrected",
    act("refusal-letter", "replaced", "26-000103-8"),
    "2026-04-20",
    "genuine",
  ],
  ["the protocol of silence", act("deemed-protocol", "deemed"), "2026-04-20", "genuine"],
  [
    "a paper without a fate",
    { kind: "reconciliation", status: null, validUntil: null, replacedBy: null },
    "2026-04-20",
    "genuine",
  ],
] as const)("%s", (_name, fate, today, verdict) => {
  expect(verdictOf(fate, asDay(today))).toBe(verdict);
});
