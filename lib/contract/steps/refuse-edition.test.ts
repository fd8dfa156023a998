import { describe, expect, test } from "vitest";

import { addDays, asDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract, Given } from "../contract.ts";
import { STAGES } from "../machine.ts";
import { active, base, concluded, contract, givenOn, newerOffer } from "../testing.ts";
import { answerRefusedEdition, refuseEdition, refuseEditionForContractsInput, standingOf } from "./refuse-edition.ts";

const edition = newerOffer();
const asked = { ...base, editionId: edition.id, reason: "", receivedOn: "" };
const refuse = (life: Contract, given: Given, more: Partial<Parameters<typeof refuseEdition>[1]> = {}) =>
  refuseEdition(life, { ...asked, ...more }, given, undefined);
const code = (decided: ReturnType<typeof refuse>) => (decided.ok ? "ok" : decided.error.code);
const life = concluded({ newerOffers: [edition] });

describe("the window of 6.2: published 13.04.2026, refused up to the 18th", () => {
  test.each([
    ["2026-04-12", "edition.before_publication"],
    ["2026-04-13", "ok"],
    ["2026-04-14", "ok"],
    ["2026-04-17", "ok"],
    ["2026-04-18", "ok"],
    ["2026-04-19", "edition.window_closed"],
    ["2026-12-31", "edition.window_closed"],
  ])("on %s: %s", (day, answer) => {
    expect(code(refuse(life, givenOn(day)))).toBe(answer);
  });

  test.each([
    // 00:00 in Minsk is 21:00 UTC of the day before.
    ["2026-04-12T20:59:59.999Z", "edition.before_publication"],
    ["2026-04-12T21:00:00.000Z", "ok"],
    ["2026-04-18T20:59:59.999Z", "ok"],
    ["2026-04-18T21:00:00.000Z", "edition.window_closed"],
  ])("at %s of UTC: %s", (moment, answer) => {
    const now = new Date(moment);
    expect(code(refuse(life, { ...givenOn("2026-04-13"), now, today: dayInMinsk(now) }))).toBe(answer);
  });

  test("its length is that of the edition that the contract accepted", () => {
    const longer = concluded({ newerOffers: [edition], bindings: { ...life.bindings, editionCalendarDays: 10 } });
    expect(code(refuse(longer, givenOn("2026-04-23")))).toBe("ok");
    expect(code(refuse(longer, givenOn("2026-04-24")))).toBe("edition.window_closed");
  });

  test("standing: open, refused, silent, and refused for ever", () => {
    const { publishedOn } = edition;
    expect(standingOf(life, edition, addDays(publishedOn, 5))).toBe("open");
    expect(standingOf(life, edition, addDays(publishedOn, 6))).toBe("silent");
    const refused = newerOffer({ refusedOn: asDay("2026-04-18") });
    expect(standingOf(life, refused, asDay("2030-01-01"))).toBe("refused");
  });
});

describe("a refusal", () => {
  test("changes nothing of the contract and names the text that it is about", () => {
    const decided = refuse(active({ newerOffers: [edition] }), givenOn("2026-04-15"), { reason: "Не согласны" });
    expect(decided).toEqual({
      ok: true,
      value: {
        ...{ stage: "active", act: "none" },
        refusesEdition: { editionId: edition.id, on: "2026-04-15", reason: "Не согласны" },
        event: {
          ...{ step: "refuse-edition", clause: "6.2", reason: "Не согласны" },
          data: { editionId: edition.id, edition: 2, sha256: "2", refusedOn: "2026-04-15", until: "2026-04-18" },
        },
      },
    });
  });

  test("is of an edition newer than the accepted one, once", () => {
    expect(code(refuse(concluded(), givenOn("2026-04-15")))).toBe("edition.not_newer");
    const again = concluded({ newerOffers: [newerOffer({ refusedOn: asDay("2026-04-14") })] });
    expect(code(refuse(again, givenOn("2026-04-15")))).toBe("edition.refused_already");
  });

  test("of one edition says nothing about another", () => {
    const third = newerOffer({
      id: "0197f000-0000-7000-8000-000000000003",
      number: 3,
      publishedOn: asDay("2026-04-15"),
    });
    const both = concluded({ newerOffers: [newerOffer({ refusedOn: asDay("2026-04-14") }), third] });
    expect(code(refuse(both, givenOn("2026-04-20"), { editionId: third.id }))).toBe("ok");
    expect(code(refuse(both, givenOn("2026-04-20")))).toBe("edition.refused_already");
  });

  test("is of a contract that was concluded and is not over", () => {
    for (const stage of STAGES) {
      const decided = refuse(contract({ stage, newerOffers: [edition] }), givenOn("2026-04-15"));
      expect(code(decided), stage).toBe(stage === "concluded" || stage === "active" ? "ok" : "step.not_allowed");
    }
  });
});

describe("a notice that staff write down", () => {
  const onBehalf = { how: "mail", reason: "Письмо от 18 апреля" } as const;
  const late = givenOn("2026-04-21");

  test("counts by the day on which it came", () => {
    const decided = refuse(life, late, { onBehalf, receivedOn: "18.04.2026" });
    expect(decided.ok && decided.value.refusesEdition?.on).toBe("2026-04-18");
    expect(code(refuse(life, late, { onBehalf, receivedOn: "2026-04-19" }))).toBe("edition.window_closed");
    expect(code(refuse(life, late, { onBehalf, receivedOn: "2026-04-12" }))).toBe("edition.before_publication");
    expect(code(refuse(life, late, { onBehalf, receivedOn: "2026-04-22" }))).toBe("day.in_future");
    expect(code(refuse(life, late, { onBehalf, receivedOn: "вчера" }))).toBe("day.format");
    expect(code(refuse(life, late, { onBehalf }))).toBe("edition.window_closed");
  });

  test("a customer's own press has no other day than today", () => {
    expect(code(refuse(life, late, { receivedOn: "2026-04-18" }))).toBe("edition.window_closed");
  });
});

describe("the lawyer's answer", () => {
  const answer = (life: Contract) =>
    answerRefusedEdition(
      life,
      { ...base, editionId: edition.id, reason: "Остаётесь в редакции 1" },
      givenOn("2026-04-20"),
      undefined,
    );
  const refusedOn = asDay("2026-04-15");

  test("is given once, to a refusal", () => {
    const decided = answer(active({ newerOffers: [newerOffer({ refusedOn })] }));
    expect(decided).toMatchObject({
      ok: true,
      value: {
        answersRefusal: { editionId: edition.id, answer: "Остаётесь в редакции 1" },
        event: {
          step: "answer-refused-edition",
          clause: "6.2",
          reason: "Остаётесь в редакции 1",
          data: { edition: 2 },
        },
      },
    });
    expect(code(answer(active({ newerOffers: [edition] })))).toBe("edition.not_refused");
    const answered = newerOffer({ refusedOn, answeredAt: new Date("2026-04-16T09:00:00Z") });
    expect(code(answer(active({ newerOffers: [answered] })))).toBe("edition.answered_already");
  });
});

test("several contracts in one press: each box says which version was seen", () => {
  const parse = (contracts: unknown) => refuseEditionForContractsInput.safeParse({ editionId: edition.id, contracts });
  expect(parse([`${base.contractId}:3`]).data?.contracts).toEqual([{ contractId: base.contractId, version: 3 }]);
  for (const wrong of [undefined, [], ["x:1"], [base.contractId], [`${base.contractId}:0`], [`${base.contractId}:1;2`]])
    expect(parse(wrong).success, JSON.stringify(wrong)).toBe(false);
});
