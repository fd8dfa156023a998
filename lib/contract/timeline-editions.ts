import { addDays, type Day, earliest, latest } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract, NewerOffer } from "./contract.ts";
import { standingOf, windowOf } from "./steps/refuse-edition.ts";
import type { TimelineEntry } from "./timeline.ts";

/** 6.2: each edition of the offer that came after the accepted one, and how it stands for this contract. */
export function newerEditions(contract: Contract, today: Day): TimelineEntry[] {
  const { stage, terminatedOn, endsOn, newerOffers } = contract;
  const last = stage === "terminated" ? terminatedOn : stage === "ended" ? endsOn : null;
  const on = last ? earliest(last, today) : today;
  return newerOffers
    .filter(({ publishedOn }) => publishedOn <= on)
    .flatMap((edition) => {
      const standing = standingOf(contract, edition, on);
      // The end came first: nobody can refuse it any more, and silence about it says nothing.
      return standing === "open" && last ? [] : [entryOf(contract, edition, standing)];
    });
}

const STATES = { open: "running", refused: "skipped", silent: "done" } as const;

function entryOf(contract: Contract, edition: NewerOffer, standing: keyof typeof STATES): TimelineEntry {
  const { number, inForceFrom, refusedOn, refusalReason, answer, answeredAt } = edition;
  const { to } = windowOf(contract, edition);
  return {
    key: `edition:${number}`,
    code: `edition-${standing}`,
    state: STATES[standing],
    clause: "6.2",
    on: standing === "open" ? null : (refusedOn ?? latest(inForceFrom, addDays(to, 1))),
    clocks: [],
    papers: [],
    params: {
      ...{ number, until: to, reason: refusalReason ?? "", answer: answer ?? "" },
      answeredOn: answeredAt ? dayInMinsk(answeredAt) : "",
    },
  };
}
