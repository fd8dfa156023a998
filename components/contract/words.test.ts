import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { ACT_STATUSES, STAGES, STEPS } from "#/lib/contract/machine.ts";
import { act, active, concluded, contract, givenOn, invoice, line, newerOffer } from "#/lib/contract/testing.ts";
import { timelineOf } from "#/lib/contract/timeline.ts";
import { locales, translator } from "#/lib/messages/messages.ts";
import { leftOf, SITUATIONS, situationOf, toneOf } from "./situation.ts";
import { ruleOf, TIMELINE_CODES, titleOf } from "./words.ts";

const day = asDay("2026-04-24");
const seller = { ...invoice().frozen.seller, emails: { sales: "sales@example.by" } } as never;
const frozen = { ...invoice().frozen, seller };
const withSeller = (one: Contract): Contract => ({
  ...one,
  invoices: one.invoices.map((issued) => ({ ...issued, frozen })),
});
const cancelledAt = new Date("2026-04-20T12:00:00+03:00");

/** One contract for every place that the table of life knows. */
const LIVES: Record<string, Contract> = {
  ordered: contract({ stage: "ordered", invoices: [invoice({ status: "cancelled" })] }),
  "to-pay": contract(),
  "part-paid": contract({ invoices: [invoice({ paid: 1n })] }),
  lapsed: contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] }),
  "lapsed-part": contract({ stage: "lapsed", invoices: [invoice({ status: "expired", paid: 1n })] }),
  cancelled: contract({ stage: "cancelled", cancelledAt, cancelReason: "передумали" }),
  activation: concluded(),
  "activation-late": concluded({ acceptedOn: asDay("2026-03-02") }),
  active: active({ act: "signed", acts: [act({ status: "signed", signedOn: day })] }),
  "act-issued": active({ act: "issued", acts: [act({ status: "issued", sentOn: null })] }),
  "act-sent": active({ act: "sent", acts: [act()] }),
  "act-received": active({ act: "received", acts: [act({ status: "received", receivedOn: day })] }),
  "act-refused": active({ act: "refused", acts: [act({ status: "refused", refusedOn: day, refusalReason: "нет" })] }),
  "activation-refused": concluded({ activationRefusedOn: day, activationRefusal: "Портал не наш" }),
  terminated: active({ stage: "terminated", terminatedOn: day, terminationGround: "early", assignmentRefusedOn: day }),
  "terminated-money": concluded({
    stage: "terminated",
    terminatedOn: day,
    terminationGround: "fault",
    moneyQuestion: "open",
  }),
  ended: active({ stage: "ended", act: "deemed", acts: [act({ status: "deemed", deemedOn: day, lateSignedOn: day })] }),
};
const given = givenOn("2026-04-24");

describe.each(locales)("in %s", (locale) => {
  const t = translator(locale, "contract") as unknown as { has(key: string): boolean };
  const expectWords = (keys: string[]) => expect(keys.filter((key) => !t.has(key))).toEqual([]);

  it("has words for every stage, act, step, situation and line of the timeline", () => {
    expectWords([
      ...STAGES.map((one) => `stage.${one}`),
      ...[...ACT_STATUSES, "replaced"].map((one) => `act.${one}`),
      ...[...STEPS, "place-order", "recount-deadlines"].map((one) => `step.${one}`),
      ...SITUATIONS.flatMap((one) => [`status.${one}`, `now.customer.${one}`, `now.staff.${one}`]),
      ...TIMELINE_CODES.map((one) => `timeline.${one}`),
      ...["live", "expired", "cancelled", "paid"].map((one) => `invoice.${one}`),
    ]);
  });

  it.each(Object.entries(LIVES))("says what to do now when it is %s, with nothing left out", (code, life) => {
    const { params } = situationOf(withSeller(life), given);
    for (const viewer of ["customer", "staff"] as const) {
      const said = translator(locale, "contract")(`now.${viewer}.${code as "active"}`, params);
      // A parameter that the sentence needs and the contract has not leaves a hole before a full stop or a bracket.
      expect(said).not.toMatch(/\{|undefined| \.| ,| {2}/);
    }
  });
});

it.each(Object.entries(LIVES))("finds the situation %s", (code, life) => {
  expect(situationOf(withSeller(life), given).code).toBe(code);
});

it("knows every code that a timeline can have", () => {
  const strike: Contract["forceMajeure"][number] = {
    ...{ id: "case-1", kind: "strike" as const, from: asDay("2026-04-20"), to: null, expectedTo: day },
    ...{ declaredBy: "seller" as const, declaredOn: day, late: false },
  };
  const more = [
    concluded({ forceMajeure: [strike] }),
    concluded({ forceMajeure: [{ ...strike, to: asDay("2026-04-21") }] }),
    active({ stage: "terminated", terminatedOn: day, terminationGround: "force-majeure" }),
    concluded({ stage: "terminated", terminatedOn: day, terminationGround: "fault", moneyQuestion: "settled" }),
    concluded({ lines: [line(), line({ id: "line-2", activeFrom: day, activeTo: day, activatedAt: cancelledAt })] }),
    contract({ stage: "ordered", invoices: [invoice({ status: "cancelled" })] }),
    active({
      newerOffers: [
        newerOffer(),
        newerOffer({ number: 3, refusedOn: asDay("2026-04-14") }),
        newerOffer({ number: 4, publishedOn: day }),
      ],
    }),
  ];
  const found = [...Object.values(LIVES), ...more].flatMap((life) => timelineOf(life, given).map(({ code }) => code));
  expect([...new Set(found)].sort()).toEqual([...TIMELINE_CODES].sort());
});

it("needs the reader only where the reader has the next move", () => {
  expect(toneOf("to-pay", "customer")).toBe("needs");
  expect(toneOf("to-pay", "staff")).toBe("running");
  expect(toneOf("activation", "staff")).toBe("needs");
  expect(toneOf("activation-late", "customer")).toBe("late");
});

it("is an order until acceptance and a contract after it", () => {
  expect(titleOf(contract(), "ru")).toBe("Заказ по счёту №\u00a026-000145-7");
  expect(titleOf(concluded(), "ru")).toBe("Договор по счёту №\u00a026-000145-7");
  expect(titleOf(contract({ invoices: [] }), "ru")).toBe("Заказ от 15.04.2026");
});

it("counts what is left in the term's own days, and says the rule", () => {
  const { clock } = situationOf(withSeller(concluded()), givenOn("2026-04-16"));
  expect(clock?.due).toBe("2026-05-11");
  expect(leftOf(clock!, givenOn("2026-04-16"))).toEqual({ key: "working", count: 15 });
  expect(leftOf(clock!, givenOn("2026-05-11"))).toEqual({ key: "today", count: 0 });
  expect(leftOf(clock!, givenOn("2026-05-13"))).toEqual({ key: "late", count: 2 });
  expect(ruleOf(clock!, "ru")).toBe("Активация: 15-й рабочий день после оплаты 16.04.2026");
  expect(ruleOf(clock!, "en")).toContain("15th working day");
});
