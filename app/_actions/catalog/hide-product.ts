"use server";

import { setStatus } from "#/app/_catalog/change.ts";
import { productReasonInput } from "#/lib/catalog/input.ts";
import { action } from "../action.ts";

/** Out of the public catalogue, with the reason; the product stays in the house's memory. */
export const hideProductAction = action({
  name: "hide-product",
  allow: "catalog.edit",
  input: productReasonInput,
  run: ({ input, ...who }) => setStatus(input, "hidden", who),
});
