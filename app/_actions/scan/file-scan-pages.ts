"use server";

import { fileByHand } from "#/app/_scans/by-hand.ts";
import { fileByHandInput } from "#/lib/scans/inputs.ts";
import { action } from "../action.ts";

/** Pages whose code nobody could read: a person says which act they are. */
export const fileScanPagesAction = action({
  name: "file-scan-pages",
  allow: "scan.intake",
  input: fileByHandInput,
  run: async ({ tx, input, ...who }) => fileByHand(tx, input, who),
});
