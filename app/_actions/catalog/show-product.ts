"use server";

import { setStatus } from "#/app/_catalog/change.ts";
import { productReasonInput } from "#/lib/catalog/input.ts";
import { action } from "../action.ts";

/** Back into the public catalogue. */
export const showProductAction = action({
  name: "show-product",
  allow: "catalog.edit",
  input: productReasonInput,
  run: ({ input, ...who }) => setStatus(input, "published", who),
});
