"use server";

import { putAside } from "#/app/_scans/by-hand.ts";
import { putAsideInput } from "#/lib/scans/inputs.ts";
import { action } from "../action.ts";

/** Pages of which nothing is to be filed, with the reason. */
export const putScanPagesAsideAction = action({
  name: "put-scan-pages-aside",
  allow: "scan.intake",
  input: putAsideInput,
  run: async ({ tx, input, ...who }) => putAside(tx, input, who),
});
