"use server";

import { placeOrderInput } from "#/lib/contract/steps/place-order.ts";
import { action } from "../action.ts";
import { orderAndInvoice } from "./order-and-invoice.ts";

export const placeOrderAction = action({
  name: "place-order",
  allow: "contract.place-order",
  input: placeOrderInput,
  run: orderAndInvoice,
});
