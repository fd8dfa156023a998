import { err } from "#/lib/result.ts";
import type { Decide } from "../contract.ts";
import { move, notAllowed } from "./_step.ts";

/** Clause 6.1: the contract ends the day after the last paid day. There is no automatic renewal. */
export const endContract: Decide<unknown> = (contract, _input, { now, today }) => {
  if (!contract.endsOn) return notAllowed(contract, "end-contract");
  if (today <= contract.endsOn) return err({ code: "contract.still_paid", params: { until: contract.endsOn } });
  return move(contract, "end-contract", { set: { endedAt: now }, event: { data: { lastPaidDay: contract.endsOn } } });
};
