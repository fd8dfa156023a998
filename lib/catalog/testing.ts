import { type ProductCard, productInput } from "./product.ts";

/** A card for tests: what is not named is unknown. */
export const cardWith = (texts: Partial<Record<keyof ProductCard, string>> = {}): ProductCard =>
  productInput.parse({
    ...{ name: "Табель: учёт времени", vendor: "ООО «Пример»", what: "Считает часы.", category: "Кадры" },
    ...{ included: "unknown", ...texts },
  });
