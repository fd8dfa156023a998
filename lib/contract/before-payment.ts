import type { Day } from "#/lib/calendar/day.ts";
import type { Invoice } from "./contract.ts";
import type { InvoiceFrozen } from "./frozen.ts";
import { namesOldAccount } from "./steps/replace-account.ts";

type Offer = { number: number; publishedOn: Day; inForceFrom: Day; seller: Pick<InvoiceFrozen["seller"], "bank"> };

export type BeforePayment = {
  /** 6.2: payment joins a newer edition than the paper names. */
  joins: { number: number; publishedOn: Day } | null;
  /** 7.2: the seller's account is another one, already or from a day on. */
  account: { number: number; iban: string; from: Day; already: boolean } | null;
};

/** What must be said before anybody pays by this paper: which edition payment joins, and whether the account is still good. */
export function beforePayment(
  invoice: Pick<Invoice, "frozen">,
  { inForce, newest }: { inForce: Offer; newest: Offer },
): BeforePayment {
  const { number, publishedOn } = newest;
  const moved = [inForce, newest].find(({ seller }) => namesOldAccount(invoice, seller));
  return {
    joins: number > invoice.frozen.offer.number ? { number, publishedOn } : null,
    account: moved
      ? { number: moved.number, iban: moved.seller.bank.iban, from: moved.inForceFrom, already: moved === inForce }
      : null,
  };
}
