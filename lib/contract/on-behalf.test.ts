import { describe, expect, test } from "vitest";

import type { Actor } from "#/lib/access/actor.ts";
import { LIFE, STEPS, WAYS, wordsFor } from "./machine.ts";
import { BEHALF_EVENTS, type OnBehalf, onBehalfInput, refusedByHand, refusedEventByHand, sideOf } from "./on-behalf.ts";
import { signActInput } from "./steps/sign-act.ts";

const person = { userId: "u", name: "Н. Сотрудник", email: "n@example.by", sessionId: "s" };
const staff: Actor = { ...person, kind: "staff", role: "lawyer" };
const customer: Actor = { ...person, kind: "customer", partyId: "p", role: "owner" };
const system: Actor = { kind: "system", job: "clock" };
const FILE = "0197f000-0000-7000-8000-0000000000f1";
const word = (how: OnBehalf["how"], fileId?: string): OnBehalf => ({
  how,
  reason: "звонил директор, просит отменить",
  fileId,
});
const code = (...asked: Parameters<typeof refusedByHand>) => refusedByHand(...asked)?.refusal.code ?? "taken";

describe("the customer's word", () => {
  test("is asked of staff for every step that is the customer's, and of nobody else", () => {
    for (const step of STEPS) {
      const by: readonly string[] = LIFE[step].by;
      const paper = word("paper", FILE);
      const fits = wordsFor(step).includes("paper");
      expect(code(step, customer, undefined), step).toBe(by.includes("customer") ? "taken" : "auth.forbidden");
      expect(code(step, system, undefined), step).toBe(by.includes("system") ? "taken" : "auth.forbidden");
      expect(code(step, staff, undefined), step).toBe(
        by.includes("staff") ? "taken" : by.includes("behalf") ? "behalf.required" : "auth.forbidden",
      );
      expect(code(step, staff, paper), step).toBe(fits ? "taken" : "auth.forbidden");
      // Nobody but staff has a customer's word: a customer speaks, a job does not listen.
      expect(code(step, customer, paper), step).toBe("auth.forbidden");
      expect(code(step, system, paper), step).toBe("auth.forbidden");
    }
  });

  test("must have come in a way that is enough for the step", () => {
    for (const step of STEPS)
      for (const how of WAYS) {
        if (wordsFor(step).length === 0) continue;
        const fits = wordsFor(step).includes(how);
        expect(code(step, staff, word(how, FILE)), `${step} by ${how}`).toBe(fits ? "taken" : "behalf.way");
      }
    // 6.10 gives up what was paid for; a signature is no telephone call.
    expect(code("terminate-early", staff, word("phone"))).toBe("behalf.way");
    expect(code("sign-act", staff, word("phone"))).toBe("behalf.way");
    expect(code("cancel-order", staff, word("phone"))).toBe("taken");
  });

  test("on paper comes with the paper", () => {
    expect(refusedByHand("terminate-early", staff, word("paper"))).toEqual({
      field: "onBehalf.fileId",
      refusal: { code: "behalf.file_required" },
    });
    expect(code("terminate-early", staff, word("paper", FILE))).toBe("taken");
  });

  test("is not needed where the seller has the right itself (5.4)", () => {
    expect(code("withdraw-for-force-majeure", staff, undefined)).toBe("taken");
    expect(sideOf(staff, word("mail"))).toBe("behalf");
    expect(sideOf(staff, undefined)).toBe("staff");
  });

  test("of an order, of requisites and of a circumstance is asked the same way", () => {
    for (const event of Object.keys(BEHALF_EVENTS) as (keyof typeof BEHALF_EVENTS)[]) {
      const refused = (actor: Actor, said?: OnBehalf) =>
        refusedEventByHand(event, actor, said)?.refusal.code ?? "taken";
      expect(refused(customer), event).toBe("taken");
      expect(refused(staff), event).toBe("behalf.required");
      expect(refused(staff, word("phone")), event).toBe("taken");
      expect(refused(staff, word("paper")), event).toBe("behalf.file_required");
      expect(refused(customer, word("phone")), event).toBe("auth.forbidden");
      expect(refused(system), event).toBe("auth.forbidden");
    }
  });

  test("says how and why in so many words", () => {
    expect(onBehalfInput.safeParse({ how: "phone", reason: "звонил" }).error?.issues[0]?.message).toBe(
      "reason.required",
    );
    expect(onBehalfInput.safeParse({ reason: "звонил директор" }).error?.issues[0]?.path).toEqual(["how"]);
  });

  test("a signed paper is its own proof", () => {
    const filed = { contractId: FILE, version: 1, signedOn: "22.04.2026", signedFileId: FILE };
    const parsed = signActInput.parse({ ...filed, onBehalf: { how: "paper", reason: "пришёл подписанный экземпляр" } });
    expect(parsed.onBehalf?.fileId).toBe(FILE);
    expect(
      signActInput.parse({ ...filed, onBehalf: { how: "edi", reason: "ответ пришёл в ЭДиН" } }).onBehalf?.fileId,
    ).toBeUndefined();
  });
});
