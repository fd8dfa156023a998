"use server";

import { closeStack } from "#/app/_scans/stacks.ts";
import { stackInput } from "#/lib/scans/inputs.ts";
import { action } from "../action.ts";

/** Nothing of the stack is filed; the scans stay. */
export const cancelScanStackAction = action({
  name: "cancel-scan-stack",
  allow: "scan.intake",
  input: stackInput,
  run: async ({ tx, input, ...who }) => closeStack(tx, input, "cancel", who),
});
