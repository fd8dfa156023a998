import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LARGEST_SUM } from "./kopecks.ts";
import { divideHalfUp, splitVat } from "./vat.ts";

const included = { kind: "included", rate: 20 } as const;
const none = { kind: "none", basis: "УСН" } as const;
const gross = fc.bigInt({ min: 0n, max: LARGEST_SUM });

describe("splitVat", () => {
  it.each([
    [0n, 0n, 0n],
    [1n, 1n, 0n],
    [3n, 3n, 0n], // 2.5 goes up
    [48000n, 40000n, 8000n],
    [9999n, 8333n, 1666n], // 8332.5 goes up
    [10001n, 8334n, 1667n],
  ])("%s → net %s, vat %s", (sumWithVat, net, vat) => {
    expect(splitVat(sumWithVat, included)).toEqual({ gross: sumWithVat, net, vat });
  });

  it("leaves the whole sum net without VAT", () => {
    expect(splitVat(12345n, none)).toEqual({ gross: 12345n, net: 12345n, vat: 0n });
  });

  it("sums back, and stays within half a kopeck of the exact net", () => {
    fc.assert(
      fc.property(gross, (value) => {
        const { net, vat } = splitVat(value, included);
        expect(net + vat).toBe(value);
        const twelfths = net * 120n - value * 100n;
        expect(twelfths > -60n && twelfths <= 60n).toBe(true);
      }),
    );
  });

  it("refuses a negative sum", () => {
    expect(() => splitVat(-1n, none)).toThrow(RangeError);
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
  });
});
