import fc from "fast-check";
import { expect, it } from "vitest";
import { formatPaperCode, paperCode, readPaperCode } from "./code.ts";

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

it("every code is read back however it is typed", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = paperCode(random);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      const printed = formatPaperCode(code);
      const cyrillic = printed.replace(/[ABEKMHPCTX]/g, (one) => "АВЕКМНРСТХ".charAt("ABEKMHPCTX".indexOf(one)));
      const misread = printed.replaceAll("0", "O").replaceAll("1", "l");
      for (const typed of [
        code,
        printed,
        printed.toLowerCase(),
        ` ${printed.replaceAll("-", " – ")} `,
        cyrillic,
        misread,
      ])
        expect(readPaperCode(typed)).toBe(code);
      expect(readPaperCode(`https://smart-cg.by/verify/${printed}/`)).toBe(code);
      expect(readPaperCode(`https://smart-cg.by/verify/${code}?p=1-2`)).toBe(code);
    }),
  );
});

it("uses every letter, evenly enough to be worth its sixty bits", () => {
  const all = Array.from({ length: 256 }, (_, byte) => paperCode(new Uint8Array(12).fill(byte)).charAt(0));
  expect(new Set(all).size).toBe(32);
  expect(all.filter((letter) => letter === "7")).toHaveLength(8);
});

it("reads the hash of a file, in any case", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(readPaperCode(hash.toUpperCase())).toBe(hash);
  expect(readPaperCode(`/verify/${hash}`)).toBe(hash);
});

it.each([
  "",
  "K7QM-2X9D",
  "K7QM-2X9D-4RTNN",
  "26-000145-7",
  "K7QM-2X9D-4RTU",
  "Ж7QM2X9D4RTN",
  "f".repeat(63),
  "0".repeat(400),
])("%j is no code", (typed) => {
  expect(readPaperCode(typed)).toBeNull();
});

it("refuses to make a short code", () => {
  expect(() => paperCode(new Uint8Array(8))).toThrow(RangeError);
});
