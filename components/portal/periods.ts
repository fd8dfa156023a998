import { type Day, daysBetween } from "#/lib/calendar/day.ts";

export type Period = { id: string; contractId: string; portal: string; from: Day; to: Day };
/** A portal with its paid time: `until` is the last paid day over all periods that follow one another. */
export type Portal = { portal: string; until: Day; from: Day; contractId: string; later: Period[] };

/** Portals whose paid time runs or is to begin, the one that ends first on top; and the periods that are over. */
export function periodsByPortal(periods: readonly Period[], today: Day): { running: Portal[]; ended: Period[] } {
  const live = periods.filter(({ to }) => to >= today);
  const names = [...new Set(live.map(({ portal }) => portal))];
  const running = names.map((portal): Portal => {
    const own = live.filter((one) => one.portal === portal).sort((a, b) => (a.from < b.from ? -1 : 1));
    const [first, ...later] = own;
    return { portal, from: first!.from, until: own.at(-1)!.to, contractId: first!.contractId, later };
  });
  return {
    running: running.sort((a, b) => (a.until < b.until ? -1 : 1)),
    ended: periods.filter(({ to }) => to < today),
  };
}

/** From here on the customer is asked to think of the next period: time for a payment and fifteen working days. */
export const SOON_DAYS = 45;

export const endingSoon = ({ running }: { running: readonly Portal[] }, today: Day): Portal[] =>
  running.filter(({ until }) => daysBetween(today, until) <= SOON_DAYS);

/** The last paid day still counts. */
export const daysLeft = (until: Day, today: Day): number => daysBetween(today, until) + 1;

/** 3.5: the seller's term for access; every edition so far says fifteen. */
export const ACTIVATION_DAYS = 15;
