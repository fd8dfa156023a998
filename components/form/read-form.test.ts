import { describe, expect, it } from "vitest";

import { readEntries } from "./read-form.ts";

describe("readEntries", () => {
  it("nests names and lists", () => {
    expect(
      readEntries([
        ["kind", "legalEntity"],
        ["requisites.unp", "192853716"],
        ["requisites.bank.bic", "ALFABY2X"],
        ["lines.0.portal", "a.bitrix24.by"],
        ["lines.0.months", "12"],
        ["lines.1.portal", "b.bitrix24.by"],
      ]),
    ).toEqual({
      kind: "legalEntity",
      requisites: { unp: "192853716", bank: { bic: "ALFABY2X" } },
      lines: [{ portal: "a.bitrix24.by", months: "12" }, { portal: "b.bitrix24.by" }],
    });
  });

  it("makes an array of one ticked box and keeps the order of many", () => {
    expect(readEntries([["days[]", "mo"]])).toEqual({ days: ["mo"] });
    expect(
      readEntries([
        ["days[]", "mo"],
        ["days[]", "tu"],
      ]),
    ).toEqual({ days: ["mo", "tu"] });
  });

  it("closes the hole of a removed row", () => {
    expect(readEntries([["lines.2.portal", "c"]])).toEqual({ lines: [{ portal: "c" }] });
  });

  it("keeps a chosen file and leaves out an empty choice", () => {
    const act = new File(["x"], "act.pdf");
    expect(
      readEntries([
        ["scan", act],
        ["other", new File([], "")],
      ]),
    ).toEqual({ scan: act });
  });

  it("lets no name reach a prototype", () => {
    readEntries([["__proto__.polluted", "yes"]]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
