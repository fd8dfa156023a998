"use server";

import { addProduct } from "#/db/writes/products.ts";
import { refuse } from "#/lib/action-result.ts";
import { addProductInput } from "#/lib/catalog/input.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** A product that staff know of; published at once. */
export const addProductAction = action({
  name: "add-product",
  allow: "catalog.edit",
  input: addProductInput,
  run: async ({ tx, actor, input: { card }, now, origin }) => {
    const id = await addProduct(tx, { card, move: "add", reason: null }, { actor, origin, now });
    if (!id) return refuse("form.invalid", { "card.slug": { code: "catalog.slug_taken" } });
    return ok({ productId: id, href: `/staff/catalog/${id}` });
  },
});
