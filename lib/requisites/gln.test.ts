import fc from "fast-check";
import { expect, it } from "vitest";
import { checkGln } from "./gln.ts";

it.each(["4819001510007", "4006381333931", " 4819 0015 1000 7 "])("takes %j", (gln) => {
  expect(checkGln(gln)).toEqual({ valid: true, value: gln.replaceAll(" ", ""), reason: null });
});

it.each([
  ["4819001510008", "gln.check_digit"],
  ["481900151000", "gln.length"],
  ["", "gln.length"],
  ["481900151000X", "gln.characters"],
])("refuses %j as %s", (gln, reason) => {
  expect(checkGln(gln)).toMatchObject({ valid: false, reason });
});

it("takes exactly one last digit", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (stem) => {
      const right = Array.from({ length: 10 }, (_, digit) => `${stem}${digit}`).filter((gln) => checkGln(gln).valid);
      expect(right).toHaveLength(1);
      const wrong = `${stem}${(Number(right[0]?.[12]) + 1) % 10}`;
      expect(checkGln(wrong)).toMatchObject({ expectedCheckDigit: Number(right[0]?.[12]) });
    }),
  );
});
