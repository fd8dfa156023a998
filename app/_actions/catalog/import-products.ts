"use server";

import { importTable } from "#/app/_catalog/import-table.ts";
import { importProductsInput } from "#/lib/catalog/input.ts";
import { action } from "../action.ts";

/** The second half of an import, after somebody has seen what it adds and changes. The file was uploaded before. */
export const importProductsAction = action({
  name: "import-products",
  allow: "catalog.edit",
  input: importProductsInput,
  run: ({ input, ...who }) => importTable({ ...input, ...who }),
});
