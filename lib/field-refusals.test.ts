import { describe, expect, it } from "vitest";
import { z } from "zod";

import { fieldRefusals } from "./field-refusals.ts";

const schema = z.object({
  name: z.string().trim().min(1).max(5),
  password: z.string().min(12),
  mail: z.email(),
  unp: z.string().refine((value) => value === "1", { error: "unp.check_digit", params: { expected: 6 } }),
  kind: z.enum(["a", "b"]),
  lines: z.array(z.object({ portal: z.string().min(1, "portal.empty") })).min(1),
  count: z.coerce.number().max(12),
});

const refusals = (input: object) => fieldRefusals(schema.safeParse(input).error?.issues ?? []);
const good = {
  name: "Рома",
  password: "x".repeat(12),
  mail: "a@b.by",
  unp: "1",
  kind: "a",
  lines: [{ portal: "p" }],
  count: 1,
};

describe("fieldRefusals", () => {
  it("is empty for good input", () => expect(refusals(good)).toEqual({}));

  it.each([
    [{ name: undefined }, { name: { code: "field.required" } }],
    [{ name: " " }, { name: { code: "field.required" } }],
    [{ name: "Ромашка" }, { name: { code: "field.too_long", params: { max: 5 } } }],
    [{ password: "short" }, { password: { code: "field.too_short", params: { min: 12 } } }],
    [{ mail: "nobody" }, { mail: { code: "field.email" } }],
    [{ unp: "2" }, { unp: { code: "unp.check_digit", params: { expected: 6 } } }],
    [{ kind: "c" }, { kind: { code: "field.choose" } }],
    [{ lines: [] }, { lines: { code: "field.required" } }],
    [{ lines: [{ portal: "p" }, { portal: "" }] }, { "lines.1.portal": { code: "portal.empty", params: { min: 1 } } }],
    [{ count: "13" }, { count: { code: "field.too_big", params: { max: 12 } } }],
  ])("%j", (change, expected) => expect(refusals({ ...good, ...change })).toEqual(expected));
});
