import { expect, it } from "vitest";

import { inviteMemberInput, peopleAfter } from "./people.ts";

const one = [
  { id: "a", role: "owner" },
  { id: "b", role: "buyer" },
] as const;
const two = [...one, { id: "c", role: "owner" }] as const;

it("keeps the last owner", () => {
  expect(peopleAfter(one, "a", "removed")).toEqual({ ok: false, error: "member.last_owner" });
  expect(peopleAfter(one, "a", "reader")).toEqual({ ok: false, error: "member.last_owner" });
  expect(peopleAfter(one, "a", "owner").ok).toBe(true);
  expect(peopleAfter(one, "b", "removed").ok).toBe(true);
  expect(peopleAfter(two, "a", "removed").ok).toBe(true);
});

it("does not know a stranger", () => {
  expect(peopleAfter(one, "x", "reader")).toEqual({ ok: false, error: "record.not_found" });
});

it("takes a plain address and a known role only", () => {
  expect(inviteMemberInput.safeParse({ email: " buh@Romashka.by ", role: "accountant" }).success).toBe(true);
  expect(inviteMemberInput.safeParse({ email: "buh", role: "accountant" }).success).toBe(false);
  expect(inviteMemberInput.safeParse({ email: "buh@romashka.by", role: "admin" }).success).toBe(false);
});
