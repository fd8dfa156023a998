"use server";

import { editProduct } from "#/app/_catalog/change.ts";
import { editProductInput } from "#/lib/catalog/input.ts";
import { action } from "../action.ts";

export const editProductAction = action({
  name: "edit-product",
  allow: "catalog.edit",
  input: editProductInput,
  run: ({ input, ...who }) => editProduct(input, who),
});
