"use server";

import { closeStack } from "#/app/_scans/stacks.ts";
import { stackInput } from "#/lib/scans/inputs.ts";
import { action } from "../action.ts";

/** The acts that were found are right: the worker files them as signed copies. */
export const fileScanStackAction = action({
  name: "file-scan-stack",
  allow: "scan.intake",
  input: stackInput,
  run: async ({ tx, input, ...who }) => closeStack(tx, input, "file", who),
});
