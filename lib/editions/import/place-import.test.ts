import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "../bindings.ts";
import type { SellerRequisites } from "../seller.ts";
import { placeImport } from "./place-import.ts";

const bindings = { editionCalendarDays: 5 } as EditionBindings;
const seller = { unp: "192853716" } as SellerRequisites;
const newest = { bindings, seller };
const day = asDay("2026-05-01");
const file = { publishedOn: day, inForceFrom: null, prices: 0, bindings: null, seller: null };

describe("placeImport", () => {
  it("makes a draft of a file without dates", () =>
    expect(placeImport({ ...file, kind: "other", publishedOn: null }, null, [])).toMatchObject({
      ok: true,
      value: { as: "draft", why: "no-dates" },
    }));

  it("publishes a foreign document on the day it is told, in force at once", () =>
    expect(placeImport({ ...file, kind: "foreign-terms" }, null, [])).toMatchObject({
      value: { as: "edition", publishedOn: day, inForceFrom: day, bindings: null },
    }));

  it("takes over the numbers and requisites of the offer before, and its five days (6.2)", () =>
    expect(placeImport({ ...file, kind: "offer" }, newest, [])).toMatchObject({
      value: { as: "edition", inForceFrom: "2026-05-06", bindings, seller },
    }));

  it.each([
    ["an offer with no numbers to take over", { kind: "offer" as const }, null, "no-bindings"],
    ["a price list without prices", { kind: "price-list" as const }, null, "no-prices"],
  ])("makes a draft of %s", (_, kind, before, why) =>
    expect(placeImport({ ...file, ...kind }, before, [])).toMatchObject({ value: { as: "draft", why } }),
  );

  it.each([
    ["in force without a day of publication", { publishedOn: null, inForceFrom: day }, { code: "edition.dates" }],
    ["in force before its publication", { inForceFrom: asDay("2026-04-30") }, { code: "edition.dates" }],
    [
      "a day too early (6.2)",
      { inForceFrom: asDay("2026-05-05") },
      { code: "edition.too_early", params: { earliest: "06.05.2026" } },
    ],
    [
      "a day that another edition has",
      { inForceFrom: asDay("2026-05-07") },
      { code: "edition.same_day", params: { on: "07.05.2026" } },
    ],
  ])("refuses %s", (_, dates, error) =>
    expect(placeImport({ ...file, kind: "offer", ...dates }, newest, [asDay("2026-05-07")])).toEqual({
      ok: false,
      error,
    }),
  );
});
