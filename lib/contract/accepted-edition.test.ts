import { describe, expect, test } from "vitest";

import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import {
  acceptedEdition,
  type EditionRefusal,
  editionAnswer,
  editionOfContract,
  refusalWindow,
} from "./accepted-edition.ts";
import { acceptOffer } from "./steps/accept-offer.ts";
import { concluded, contract, facts, givenOn, invoice } from "./testing.ts";

const edition = (number: number, publishedOn: string, more: { withdrawnOn?: Day } = {}) => ({
  id: `offer-${number}`,
  number,
  publishedOn: asDay(publishedOn),
  inForceFrom: number === 1 ? asDay(publishedOn) : addDays(asDay(publishedOn), 5),
  ...more,
});
const FIRST = edition(1, "2026-01-01");
/** Published on Monday 13 April: refused up to the 18th, in force from then on. */
const SECOND = edition(2, "2026-04-13");
const both = [SECOND, FIRST];

type Case = {
  case: string;
  /** What the customer saw with the order; the first where nothing is said. */
  shown?: number;
  editions?: ReturnType<typeof edition>[];
  paidOn: string | null;
  refusals?: EditionRefusal[];
  /** The day asked about. */
  on: string;
  accepted: number | null;
  how: "unpaid" | "in-force" | "in-window";
  binding: [number, string, "payment" | "silence"] | null;
  refused?: [number, string][];
  open?: [number, string][];
};
const refusal = (on: string, number = 2): EditionRefusal => ({ editionId: `offer-${number}`, on: asDay(on) });

/** Clause 6.2, sentence by sentence. */
const TABLE: Case[] = [
  {
    case: "one edition, paid",
    editions: [FIRST],
    ...{ paidOn: "2026-04-16", on: "2026-04-20" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-16", "payment"] },
  },
  {
    case: "paid before publication, asked before it",
    ...{ paidOn: "2026-04-10", on: "2026-04-12" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-10", "payment"] },
  },
  {
    case: "paid the day before publication, asked inside the window: the old one binds, the new one may be refused",
    ...{ paidOn: "2026-04-12", on: "2026-04-15" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-12", "payment"], open: [[2, "2026-04-18"]] },
  },
  {
    case: "the window's last day is the customer's",
    ...{ paidOn: "2026-04-12", on: "2026-04-18" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-12", "payment"], open: [[2, "2026-04-18"]] },
  },
  {
    case: "paid before publication and silent: the new one binds after the window, the accepted one stays the accepted one",
    ...{ paidOn: "2026-04-12", on: "2026-04-19" },
    ...{ accepted: 1, how: "in-force", binding: [2, "2026-04-19", "silence"] },
  },
  {
    case: "paid on the day of publication",
    ...{ paidOn: "2026-04-13", on: "2026-04-13" },
    ...{ accepted: 2, how: "in-window", binding: [2, "2026-04-13", "payment"] },
  },
  {
    case: "paid inside the five days",
    ...{ paidOn: "2026-04-15", on: "2026-04-15" },
    ...{ accepted: 2, how: "in-window", binding: [2, "2026-04-15", "payment"] },
  },
  {
    case: "paid on the first day in force",
    ...{ paidOn: "2026-04-18", on: "2026-04-30" },
    ...{ accepted: 2, how: "in-force", binding: [2, "2026-04-18", "payment"] },
  },
  {
    case: "order under the old edition, published after it, paid before it is in force",
    shown: 1,
    ...{ paidOn: "2026-04-17", on: "2026-05-01" },
    ...{ accepted: 2, how: "in-window", binding: [2, "2026-04-17", "payment"] },
  },
  {
    case: "order under the old edition, paid when the new one had long been in force",
    shown: 1,
    ...{ paidOn: "2026-06-01", on: "2026-06-01" },
    ...{ accepted: 2, how: "in-force", binding: [2, "2026-06-01", "payment"] },
  },
  {
    case: "refused inside the window: the contract goes on under the accepted one",
    ...{ paidOn: "2026-04-12", refusals: [refusal("2026-04-15")], on: "2026-06-01" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-12", "payment"], refused: [[2, "2026-04-15"]] },
  },
  {
    case: "refused on the window's last day",
    ...{ paidOn: "2026-04-12", refusals: [refusal("2026-04-18")], on: "2026-06-01" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-12", "payment"], refused: [[2, "2026-04-18"]] },
  },
  {
    case: "refused a day late: silence had spoken",
    ...{ paidOn: "2026-04-12", refusals: [refusal("2026-04-19")], on: "2026-06-01" },
    ...{ accepted: 1, how: "in-force", binding: [2, "2026-04-19", "silence"] },
  },
  {
    case: "a refusal is not known before it came",
    ...{ paidOn: "2026-04-12", refusals: [refusal("2026-04-16")], on: "2026-04-15" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-12", "payment"], open: [[2, "2026-04-18"]] },
  },
  {
    case: "refused, then paid: payment joins in any case",
    ...{ paidOn: "2026-04-16", refusals: [refusal("2026-04-14")], on: "2026-06-01" },
    ...{ accepted: 2, how: "in-window", binding: [2, "2026-04-16", "payment"] },
  },
  {
    case: "two windows overlap, paid inside both: the newest",
    editions: [FIRST, SECOND, edition(3, "2026-04-15")],
    ...{ paidOn: "2026-04-16", on: "2026-06-01" },
    ...{ accepted: 3, how: "in-window", binding: [3, "2026-04-16", "payment"] },
  },
  {
    case: "two windows overlap, paid between the publications, silent about the second",
    editions: [FIRST, SECOND, edition(3, "2026-04-15")],
    ...{ paidOn: "2026-04-14", on: "2026-06-01" },
    ...{ accepted: 2, how: "in-window", binding: [3, "2026-04-21", "silence"] },
  },
  {
    case: "two windows overlap: a refusal of one says nothing about the other",
    editions: [FIRST, SECOND, edition(3, "2026-04-15")],
    ...{ paidOn: "2026-04-12", refusals: [refusal("2026-04-14")], on: "2026-06-01" },
    ...{ accepted: 1, how: "in-force", binding: [3, "2026-04-21", "silence"], refused: [[2, "2026-04-14"]] },
  },
  {
    case: "withdrawn before the payment: as if never published",
    editions: [FIRST, edition(2, "2026-04-13", { withdrawnOn: asDay("2026-04-15") })],
    ...{ paidOn: "2026-04-16", on: "2026-06-01" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-16", "payment"] },
  },
  {
    case: "withdrawn inside the window: silence about it means nothing",
    editions: [FIRST, edition(2, "2026-04-13", { withdrawnOn: asDay("2026-04-15") })],
    ...{ paidOn: "2026-04-12", on: "2026-06-01" },
    ...{ accepted: 1, how: "in-force", binding: [1, "2026-04-12", "payment"] },
  },
  {
    case: "withdrawn after the payment that joined it: joined it stays",
    editions: [FIRST, edition(2, "2026-04-13", { withdrawnOn: asDay("2026-04-15") })],
    ...{ paidOn: "2026-04-14", on: "2026-06-01" },
    ...{ accepted: 2, how: "in-window", binding: [2, "2026-04-14", "payment"] },
  },
  {
    case: "not paid: nothing is accepted, a refusal changes nothing",
    ...{ paidOn: null, refusals: [refusal("2026-04-14")], on: "2026-04-15" },
    ...{ accepted: null, how: "unpaid", binding: null },
  },
];

describe("which edition binds (6.2)", () => {
  test.each(TABLE)("$case", ({ shown = 1, editions = both, paidOn, refusals = [], on, ...expected }) => {
    const acceptedOn = paidOn ? asDay(paidOn) : null;
    const answer = editionAnswer({
      editions,
      shownId: `offer-${shown}`,
      acceptedId: acceptedOn && (acceptedEdition(editions, acceptedOn)?.id ?? null),
      ...{ acceptedOn, refusals, windowDays: 5, on: asDay(on) },
    });
    expect({
      accepted: answer?.accepted?.number ?? null,
      how: answer?.how,
      binding: answer?.binding && [answer.binding.edition.number, answer.binding.since, answer.binding.by],
      refused: answer?.refused.map((one) => [one.edition.number, one.on]),
      open: answer?.open.map((one) => [one.edition.number, one.until]),
    }).toEqual({
      accepted: expected.accepted,
      how: expected.how,
      binding: expected.binding,
      refused: expected.refused ?? [],
      open: expected.open ?? [],
    });
  });

  test("an unpaid order is told what a payment of that day would join", () => {
    const ask = (on: string) =>
      editionAnswer({
        ...{ editions: both, shownId: "offer-1", acceptedId: null, acceptedOn: null, refusals: [], windowDays: 5 },
        on: asDay(on),
      })?.paymentJoins?.number;
    expect([ask("2026-04-12"), ask("2026-04-13")]).toEqual([1, 2]);
  });

  test("an edition that the library does not have is no answer", () => {
    const none = { acceptedId: null, acceptedOn: null, refusals: [], windowDays: 5, on: asDay("2026-04-13") };
    expect(editionAnswer({ editions: both, shownId: "offer-9", ...none })).toBeNull();
  });

  test("what the contract keeps wins over what would be computed today", () => {
    const backdated = [FIRST, edition(2, "2026-04-01")];
    const answer = editionAnswer({
      ...{ editions: backdated, shownId: "offer-1", acceptedId: "offer-1", acceptedOn: asDay("2026-04-10") },
      ...{ refusals: [], windowDays: 5, on: asDay("2026-06-01") },
    });
    expect(answer).toMatchObject({ accepted: { number: 1 }, binding: { edition: { number: 1 } } });
  });

  test("published on the day of the payment, but after it was set against the invoice: a later edition like any other", () => {
    const answer = editionAnswer({
      ...{ editions: both, shownId: "offer-1", acceptedId: "offer-1", acceptedOn: asDay("2026-04-13") },
      ...{ refusals: [], windowDays: 5, on: asDay("2026-04-18") },
    });
    expect(answer).toMatchObject({ accepted: { number: 1 }, open: [{ edition: { number: 2 }, until: "2026-04-18" }] });
  });

  test("a contract that is over stays under the edition of its last day", () => {
    const library = { editions: both, refusals: [] };
    const over = concluded({ stage: "terminated", acceptedOn: asDay("2026-04-10"), terminatedOn: asDay("2026-04-17") });
    expect(editionOfContract(over, library, asDay("2026-06-01"))?.binding?.edition.number).toBe(1);
    const goesOn = concluded({ acceptedOn: asDay("2026-04-10") });
    expect(editionOfContract(goesOn, library, asDay("2026-06-01"))?.binding?.edition.number).toBe(2);
  });

  test("the window is five days after the day of publication", () => {
    expect(refusalWindow(SECOND, 5)).toEqual({ from: "2026-04-13", to: "2026-04-18" });
  });
});

describe("which day is the day of payment", () => {
  const offers = both.map((one) => ({ ...one, sha256: "a", bindings: facts.offer.bindings }));
  const paid = contract({ invoices: [invoice({ paid: 48_000n })] });
  const accept = (payment: [string, string], acceptanceDay: "credited" | "ordered") => {
    const [documentDate, creditDate] = payment.map(asDay) as [Day, Day];
    const done = acceptOffer(paid, {}, givenOn("2026-04-17", { acceptanceDay }), {
      ...{ payments: [{ documentDate, creditDate }], offers },
    });
    return done.ok && done.value.set?.acceptedOfferId;
  };

  test("money sent before publication and credited after it joins the edition of the seller's named setting (3.4, 3.2)", () => {
    expect(accept(["2026-04-10", "2026-04-14"], "credited")).toBe("offer-2");
    expect(accept(["2026-04-10", "2026-04-14"], "ordered")).toBe("offer-1");
  });

  test("both days on one side of the publication leave no doubt", () => {
    for (const setting of ["credited", "ordered"] as const) {
      expect(accept(["2026-04-09", "2026-04-12"], setting)).toBe("offer-1");
      expect(accept(["2026-04-13", "2026-04-14"], setting)).toBe("offer-2");
    }
  });

  test("a day begins at midnight in Minsk, not in Greenwich", () => {
    const joins = (instant: string) => acceptedEdition(both, dayInMinsk(new Date(instant)))?.number;
    expect(joins("2026-04-12T20:59:59.999Z")).toBe(1);
    expect(joins("2026-04-12T21:00:00.000Z")).toBe(2);
  });
});
