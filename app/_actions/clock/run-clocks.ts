"use server";

import { z } from "zod";

import { runClocks } from "#/app/_jobs/clocks.ts";
import { clockMoves } from "#/app/_time/now.ts";
import { database } from "#/db/client.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Takes the steps that time takes at once, not at the worker's next turn. Demonstration and tests only. */
export const runClocksAction = action({
  name: "run-clocks",
  allow: "clock.move",
  input: z.object({}),
  run: async ({ now }) => {
    if (!clockMoves()) return refuse("clock.fixed");
    return ok({ taken: (await runClocks(database(), now)).length });
  },
});
