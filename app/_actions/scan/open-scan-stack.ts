"use server";

import { openStack } from "#/app/_scans/stacks.ts";
import { newStackInput } from "#/lib/scans/inputs.ts";
import { action } from "../action.ts";

/** A stack off the scanner (3.7): uploaded before, read by the worker. */
export const openScanStackAction = action({
  name: "open-scan-stack",
  allow: "scan.intake",
  input: newStackInput,
  run: async ({ tx, input, ...who }) => openStack(tx, input, who),
});
