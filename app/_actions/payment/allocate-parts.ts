"use server";

import { setParts } from "#/app/_payments/set-parts.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { allocatePartsInput } from "#/lib/contract/allocate-parts.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Clause 3.4: one payment against one or several invoices; above the set sum at discretion it asks for a second person. */
export const allocatePartsAction = action({
  name: "allocate-parts",
  allow: "payment.allocate-at-discretion",
  input: allocatePartsInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const done = await setParts({ tx, actor: actor as StaffActor, origin, given: await givenAt(tx, now) }, input);
    return done.ok ? ok({ asked: done.value.asked, left: done.value.left.toString() }) : done;
  },
});
