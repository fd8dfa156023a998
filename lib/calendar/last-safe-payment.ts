import type { Calendar } from "./calendar.ts";
import { addWorkingDays } from "./count.ts";
import { addDays, type Day } from "./day.ts";

/**
 * The last day on which a payment for the renewal still leaves the seller its whole term (3.5: 15 working days) before
 * the subscription is over: the term counted from it ends on or before the subscription's last day, and counted from
 * the day after it does not. Explain it to people with `addWorkingDays(calendar, day, length)`.
 */
export function lastSafePaymentDay(calendar: Calendar, subscriptionEnd: Day, length = 15): Day {
  let day = addDays(subscriptionEnd, -length);
  while (addWorkingDays(calendar, day, length).date > subscriptionEnd) day = addDays(day, -1);
  return day;
}
