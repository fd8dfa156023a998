import { expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { impactOfEdition } from "./edition-impact.ts";
import { active, concluded, contract, newerOffer } from "./testing.ts";

const edition = newerOffer();
const numbers: Record<string, number> = { "offer-1": 1, [edition.id]: 2, "offer-3": 3 };
const impact = (one: ReturnType<typeof contract>, day = "2026-04-15") => {
  const [row] = impactOfEdition([one], edition, (id) => numbers[id] ?? null, asDay(day));
  return row ? [row.standing, row.on] : null;
};

test("what an edition means for each contract", () => {
  expect(impact(contract())).toEqual(["order", null]);
  expect(impact(concluded({ newerOffers: [edition] }))).toEqual(["open", "2026-04-18"]);
  expect(impact(active({ newerOffers: [edition] }), "2026-04-19")).toEqual(["silent", "2026-04-19"]);
  const refused = newerOffer({ refusedOn: asDay("2026-04-14") });
  expect(impact(active({ newerOffers: [refused] }), "2026-06-01")).toEqual(["refused", "2026-04-14"]);
  expect(impact(concluded({ acceptedOfferId: edition.id }))).toEqual(["accepted", "2026-04-16"]);
  expect(impact(concluded({ acceptedOfferId: "offer-3" }))).toEqual(["newer", null]);
});

test("an edition that is in force later than its window ends binds from that day", () => {
  const later = newerOffer({ inForceFrom: asDay("2026-05-01") });
  expect(impact(active({ newerOffers: [later] }), "2026-04-20")).toEqual(["silent", "2026-05-01"]);
});

test("an edition that the contract neither accepted nor met is not about it", () => {
  expect(impact(concluded())).toBeNull();
});
