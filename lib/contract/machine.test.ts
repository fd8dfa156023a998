import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  ACT_STATUSES,
  type ActStatus,
  placeAfter,
  SIDES,
  type Side,
  STAGES,
  STEPS,
  type Stage,
  type Step,
  sideMayTake,
  stepsFrom,
  wordsFor,
} from "./machine.ts";

/**
 * The life of a contract told a second time, as a lawyer would: from which places each step leads where. Written by hand from
 * the contract, not derived from the table; every cell of stage × act × step × side is compared with it.
 */
const TOLD: Record<
  Step,
  {
    by: Side[];
    from: (stage: Stage, act: ActStatus) => boolean;
    to: (stage: Stage, act: ActStatus) => [Stage, ActStatus];
  }
> = {
  "issue-invoice": {
    by: ["system", "staff", "customer"],
    from: (s) => s === "ordered",
    to: (_s, a) => ["invoiced", a],
  },
  "reissue-invoice": { by: ["customer", "behalf"], from: (s) => s === "lapsed", to: (_s, a) => ["invoiced", a] },
  "expire-invoice": { by: ["system"], from: (s) => s === "invoiced", to: (_s, a) => ["lapsed", a] },
  "cancel-invoice": { by: ["staff"], from: (s) => s === "invoiced", to: (_s, a) => ["ordered", a] },
  "cancel-order": {
    by: ["customer", "behalf"],
    from: (s) => s === "ordered" || s === "invoiced" || s === "lapsed",
    to: (_s, a) => ["cancelled", a],
  },
  "allocate-payment": {
    by: ["system", "staff"],
    from: (s) => s === "invoiced" || s === "lapsed",
    to: (s, a) => [s, a],
  },
  "allocate-at-discretion": { by: ["staff"], from: (s) => s === "invoiced" || s === "lapsed", to: (s, a) => [s, a] },
  "release-allocation": { by: ["staff"], from: (s) => s === "invoiced" || s === "lapsed", to: (s, a) => [s, a] },
  "ask-difference": { by: ["staff"], from: (s) => s === "lapsed", to: (_s, a) => ["invoiced", a] },
  "return-payment": { by: ["staff"], from: () => true, to: (s, a) => [s, a] },
  "keep-payment": { by: ["staff"], from: () => true, to: (s, a) => [s, a] },
  "accept-offer": { by: ["system"], from: (s) => s === "invoiced" || s === "lapsed", to: (_s, a) => ["concluded", a] },
  "activate-access": { by: ["staff"], from: (s) => s === "concluded", to: (_s, a) => ["active", a] },
  "correct-activation": {
    by: ["staff"],
    from: (s, a) => (s === "concluded" || s === "active") && a !== "signed" && a !== "deemed",
    to: (s, a) => [s, open(a) ? "issued" : a],
  },
  "refuse-activation": { by: ["staff"], from: (s) => s === "concluded", to: (s, a) => [s, a] },
  "issue-act": { by: ["staff", "system"], from: (s, a) => had(s) && a === "none", to: (s) => [s, "issued"] },
  "send-act": { by: ["staff", "system"], from: (s, a) => had(s) && a === "issued", to: (s) => [s, "sent"] },
  "confirm-act-received": {
    by: ["customer", "behalf", "system"],
    from: (s, a) => had(s) && a === "sent",
    to: (s) => [s, "received"],
  },
  "sign-act": { by: ["customer", "behalf", "system"], from: (s, a) => had(s) && open(a), to: (s) => [s, "signed"] },
  "attach-late-signature": {
    by: ["customer", "behalf", "system"],
    from: (s, a) => had(s) && a === "deemed",
    to: (s, a) => [s, a],
  },
  "refuse-act": { by: ["customer", "behalf", "system"], from: (s, a) => had(s) && open(a), to: (s) => [s, "refused"] },
  "correct-act": { by: ["staff"], from: (s, a) => had(s) && a === "refused", to: (s) => [s, "issued"] },
  "deem-act": { by: ["system"], from: (s, a) => had(s) && open(a), to: (s) => [s, "deemed"] },
  "end-contract": { by: ["system"], from: (s) => s === "active", to: (_s, a) => ["ended", a] },
  "terminate-by-fault": {
    by: ["customer", "behalf"],
    from: (s) => s === "concluded",
    to: (_s, a) => ["terminated", a],
  },
  "settle-money-question": { by: ["staff"], from: (s) => s === "terminated", to: (s, a) => [s, a] },
  "terminate-early": {
    by: ["customer", "behalf"],
    from: (s) => s === "concluded" || s === "active",
    to: (_s, a) => ["terminated", a],
  },
  "declare-force-majeure": { by: ["system"], from: (s) => concluded(s), to: (s, a) => [s, a] },
  "end-force-majeure": { by: ["system"], from: (s) => concluded(s), to: (s, a) => [s, a] },
  "withdraw-for-force-majeure": {
    by: ["customer", "staff", "behalf"],
    from: (s) => s === "concluded" || s === "active",
    to: (_s, a) => ["terminated", a],
  },
  "request-assignment": {
    by: ["customer", "behalf"],
    from: (s) => s === "concluded" || s === "active",
    to: (s, a) => [s, a],
  },
  "refuse-edition": {
    by: ["customer", "behalf"],
    from: (s) => s === "concluded" || s === "active",
    to: (s, a) => [s, a],
  },
  "answer-refused-edition": { by: ["staff"], from: (s) => concluded(s), to: (s, a) => [s, a] },
  "replace-account": { by: ["staff"], from: (s) => s === "invoiced", to: (s, a) => [s, a] },
};
const had = (stage: Stage) => stage === "active" || stage === "ended" || stage === "terminated";
const concluded = (stage: Stage) => stage === "concluded" || had(stage);
const open = (act: ActStatus) => act === "sent" || act === "received";

describe("the table of life", () => {
  const cells = STAGES.flatMap((stage) => ACT_STATUSES.flatMap((act) => STEPS.map((step) => ({ stage, act, step }))));

  test(`agrees with the contract in each of ${cells.length} cells and for each side`, () => {
    for (const { stage, act, step } of cells) {
      const told = TOLD[step].from(stage, act) ? TOLD[step].to(stage, act) : null;
      expect(placeAfter({ stage, act }, step), `${stage}/${act} ${step}`).toEqual(
        told && { stage: told[0], act: told[1] },
      );
      for (const side of SIDES) {
        expect(sideMayTake(side, step), `${side} ${step}`).toBe(TOLD[step].by.includes(side));
        expect(stepsFrom({ stage, act }, side).includes(step)).toBe(told !== null && TOLD[step].by.includes(side));
      }
    }
  });

  test("nothing leaves a cancelled order but money that came for it, and an ended contract only finishes its act", () => {
    for (const act of ACT_STATUSES)
      expect(stepsFrom({ stage: "cancelled", act })).toEqual(["return-payment", "keep-payment"]);
    for (const act of ACT_STATUSES)
      for (const step of stepsFrom({ stage: "ended", act }))
        expect(step).toMatch(/act|signature|payment$|force-majeure$|^answer-/);
  });

  test("a terminated contract finishes its act and its money, and is never in force again", () => {
    for (const act of ACT_STATUSES)
      for (const step of stepsFrom({ stage: "terminated", act })) {
        expect(step).toMatch(/act|signature|settle-money|payment$|force-majeure$|^answer-/);
        expect(placeAfter({ stage: "terminated", act }, step)?.stage).toBe("terminated");
      }
  });

  test("a customer's step is the house's only with the customer's word, and with no other step a word is asked", () => {
    for (const step of STEPS) {
      const behalf = sideMayTake("behalf", step);
      expect(wordsFor(step).length > 0, step).toBe(behalf);
      if (behalf) expect(sideMayTake("customer", step), step).toBe(true);
      // 5.4 is either side's right; an invoice for an open order is the seller's own paper (3.1).
      if (sideMayTake("customer", step) && step !== "issue-invoice") expect(behalf, step).toBe(true);
      if (behalf && step !== "withdraw-for-force-majeure") expect(sideMayTake("staff", step), step).toBe(false);
    }
    expect(wordsFor("terminate-early")).toEqual(["paper"]);
  });

  test("no walk concludes a contract without acceptance, or accepts an act that was never sent", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }), (walk) => {
        let place = { stage: "ordered" as Stage, act: "none" as ActStatus };
        const taken: Step[] = [];
        for (const step of walk) {
          const next = placeAfter(place, step);
          if (!next) continue;
          taken.push(step);
          place = next;
        }
        if (["concluded", "active", "ended", "terminated"].includes(place.stage))
          expect(taken).toContain("accept-offer");
        if (["active", "ended"].includes(place.stage)) expect(taken).toContain("activate-access");
        if (["signed", "deemed", "refused", "received"].includes(place.act)) expect(taken).toContain("send-act");
        if (place.stage === "cancelled") expect(taken).not.toContain("accept-offer");
      }),
      { numRuns: 2000 },
    );
  });
});
