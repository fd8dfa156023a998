import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { checkUnp } from "./unp.ts";

const REAL =
  "192853716 101541947 200988541 100320487 100582333 100220190 193137666 600050314 400051902 392053942 191682495 693340482 390185783 791397355 100390954 193879557";
const SYNTHETIC = "190000018 190000020 190000033 190000046 190000059 290000014 390000010 490000017 590000013 790000016";
const PEOPLE = "MA1953684 KE7810709 AB0000018 HT1234565 EP0000022 CO5555554";

describe("checkUnp", () => {
  it.each(`${REAL} ${SYNTHETIC}`.split(" "))("takes %s of an organisation", (unp) => {
    expect(checkUnp(unp)).toEqual({ valid: true, value: unp, reason: null, kind: "organisation" });
  });

  it.each(PEOPLE.split(" "))("takes %s of a person", (unp) => {
    expect(checkUnp(unp)).toEqual({ valid: true, value: unp, reason: null, kind: "individual" });
  });

  it.each([
    ["УНП 192853716", "192853716"],
    ["унп: 192 853 716", "192853716"],
    ["UNP192853716", "192853716"],
    [" 192\u00A0853\u202F716\u200B\n", "192853716"],
    ["ма1953684", "MA1953684"], // Cyrillic
    ["КЕ7810709", "KE7810709"],
    ["ke7810709", "KE7810709"],
  ])("forgives %j", (text, value) => {
    expect(checkUnp(text)).toMatchObject({ valid: true, value });
  });

  it.each([
    ["192853717", "unp.check_digit", 6],
    ["391272745", "unp.check_digit", undefined],
    ["200988542", "unp.check_digit", 1],
    ["12345678", "unp.length", undefined],
    ["", "unp.length", undefined],
    ["1928537160", "unp.length", undefined],
    ["XA1953684", "unp.characters", undefined],
    ["AX1953684", "unp.characters", undefined],
    ["1A1953684", "unp.characters", undefined],
    ["19285371٦", "unp.characters", undefined],
    ["19285371-", "unp.characters", undefined],
  ])("refuses %j as %s", (text, reason, digit) => {
    const check = checkUnp(text);
    expect(check).toMatchObject({ valid: false, reason, kind: null });
    if (digit !== undefined) expect(check).toHaveProperty("expectedCheckDigit", digit);
  });

  it("knows that 69000001x is never given out", () => {
    for (let digit = 0; digit < 10; digit++) {
      expect(checkUnp(`69000001${digit}`)).toMatchObject({ valid: false, reason: "unp.not_issued" });
    }
  });

  it("agrees with stdnum on every number of the right shape", () => {
    const organisation = fc.stringMatching(/^\d{9}$/);
    const person = fc.stringMatching(/^[ABCEHKM][ABCEHKMOPT]\d{7}$/);
    fc.assert(
      fc.property(fc.oneof(organisation, person), (unp) => {
        expect(checkUnp(unp).valid).toBe(stdnum.BY?.unp?.validate(unp).isValid);
      }),
      { numRuns: 3000 },
    );
  });

  it("takes exactly one last digit, and names it when another is typed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (stem) => {
        const checks = Array.from({ length: 10 }, (_, digit) => checkUnp(`${stem}${digit}`));
        const right = checks.findIndex((check) => check.valid);
        if (right < 0) expect(checks.every((check) => check.reason === "unp.not_issued")).toBe(true);
        else {
          for (const [digit, check] of checks.entries()) {
            if (digit !== right) expect(check).toMatchObject({ reason: "unp.check_digit", expectedCheckDigit: right });
          }
        }
      }),
    );
  });
});
