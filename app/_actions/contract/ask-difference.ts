"use server";

import { askDifferenceInput } from "#/lib/contract/steps/ask-difference.ts";
import { action } from "../action.ts";
import { invoiceTheDifference } from "./invoice-the-difference.ts";

export const askDifferenceAction = action({
  name: "ask-difference",
  allow: "payment.ask-difference",
  input: askDifferenceInput,
  run: invoiceTheDifference,
});
