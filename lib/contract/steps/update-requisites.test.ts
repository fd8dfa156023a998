import { expect, it } from "vitest";

import { facts, givenOn } from "../testing.ts";
import { updateRequisites } from "./update-requisites.ts";

const requisites = facts.requisites.value;
const party = { kind: "legalEntity" } as const;
const input = (validFrom: string) => ({ version: 1, validFrom, requisites });

it("7.1: one working day after the change is in time, later is late and still accepted", () => {
  // Friday 12.06.2026: the next working day is Monday.
  expect(updateRequisites(party, input("12.06.2026"), givenOn("2026-06-15"))).toMatchObject({ value: { late: false } });
  expect(updateRequisites(party, input("12.06.2026"), givenOn("2026-06-16"))).toMatchObject({ value: { late: true } });
});

it("takes no change from the future and no other kind of party", () => {
  expect(updateRequisites(party, input("2026-04-22"), givenOn("2026-04-21"))).toMatchObject({
    error: { code: "day.in_future", field: "validFrom" },
  });
  expect(updateRequisites({ kind: "individual" }, input("2026-04-20"), givenOn("2026-04-21"))).toMatchObject({
    error: { code: "party.kind_fixed" },
  });
});
