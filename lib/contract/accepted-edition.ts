import { addDays, type Day, earliest, latest } from "#/lib/calendar/day.ts";
import type { Contract } from "./contract.ts";

/** An edition of the offer as clause 6.2 looks at it. `withdrawnOn`: from that day nobody joins it any more. */
type Published = { id: string; number: number; publishedOn: Day; withdrawnOn?: Day | null };
export type OfferEdition = Published & { inForceFrom: Day };

/** The customer's notice that a new edition is refused, on the day when it came. */
export type EditionRefusal = { editionId: string; on: Day };

/**
 * Clause 6.2, last sentence: payment after a new edition was published joins that edition, even inside its five days, and
 * "in any case", so no refusal before it counts. The accepted edition is the newest one published on or before that day:
 * a bank knows days and no hours, so the day of publication is already after it.
 */
export function acceptedEdition<E extends Published>(editions: readonly E[], paidOn: Day): E | null {
  return editions
    .filter((edition) => edition.publishedOn <= paidOn && !withdrawn(edition, paidOn))
    .reduce<E | null>((newest, edition) => (newest && newest.number > edition.number ? newest : edition), null);
}

/** The days on which a refusal counts (6.2): the term runs from the day after publication and its last day is the customer's. */
export const refusalWindow = ({ publishedOn }: Pick<Published, "publishedOn">, days: number) => ({
  from: publishedOn,
  to: addDays(publishedOn, days),
});

export type EditionAnswer<E> = {
  /** What was on the screen when the order was placed. */
  shown: E;
  /** What payment joined; null before it, and then `how` is "unpaid". */
  accepted: E | null;
  how: "unpaid" | "in-force" | "in-window";
  /** Before payment: what a payment of the day asked about would join. */
  paymentJoins: E | null;
  /** What binds on the day asked about: the accepted edition, or a later one that was met with silence. */
  binding: { edition: E; since: Day; by: "payment" | "silence" } | null;
  /** Later editions that were refused in time, and those that still may be. */
  refused: { edition: E; on: Day }[];
  open: { edition: E; until: Day }[];
};

type EditionQuestion<E> = {
  editions: readonly E[];
  shownId: string;
  /** As the contract keeps it since its conclusion; null before. */
  acceptedId: string | null;
  /** The day of acceptance (3.2, 3.4). */
  acceptedOn: Day | null;
  refusals: readonly EditionRefusal[];
  /** 6.2: calendar days of the window. */
  windowDays: number;
  /** The day asked about; of a contract that is over, its last one. */
  on: Day;
};

/** "Which edition did I accept, and which one binds me?" by clause 6.2. Null where the library lacks the editions named. */
export function editionAnswer<E extends OfferEdition>(question: EditionQuestion<E>): EditionAnswer<E> | null {
  const { editions, shownId, acceptedId, acceptedOn } = question;
  const byId = (id: string | null) => editions.find((edition) => edition.id === id) ?? null;
  const [shown, accepted] = [byId(shownId), byId(acceptedId)];
  if (!shown) return null;
  if (!accepted || !acceptedOn) {
    const paymentJoins = acceptedEdition(editions, question.on);
    return { shown, accepted: null, how: "unpaid", paymentJoins, binding: null, refused: [], open: [] };
  }
  return {
    shown,
    accepted,
    how: acceptedOn < accepted.inForceFrom ? "in-window" : "in-force",
    paymentJoins: null,
    ...afterwards(question, accepted, acceptedOn),
  };
}

/** The same for a contract as it is kept; one that is over is asked about its last day. */
export function editionOfContract<E extends OfferEdition>(
  contract: Contract,
  library: Pick<EditionQuestion<E>, "editions" | "refusals">,
  today: Day,
): EditionAnswer<E> | null {
  const { shownOfferId, acceptedOfferId, acceptedOn, terminatedOn, endsOn, bindings } = contract;
  const last = terminatedOn ?? endsOn;
  return editionAnswer({
    ...library,
    ...{ shownId: shownOfferId, acceptedId: acceptedOfferId, acceptedOn },
    windowDays: bindings.editionCalendarDays,
    on: last ? earliest(today, last) : today,
  });
}

/** 6.2, third sentence: an edition published after the payment binds by silence, once the window passed without a refusal. */
function afterwards<E extends OfferEdition>(
  { editions, refusals, windowDays, on }: EditionQuestion<E>,
  accepted: E,
  acceptedOn: Day,
): Pick<EditionAnswer<E>, "binding" | "refused" | "open"> {
  const refused: EditionAnswer<E>["refused"] = [];
  const open: EditionAnswer<E>["open"] = [];
  let binding: EditionAnswer<E>["binding"] = { edition: accepted, since: acceptedOn, by: "payment" };
  // By number too: what was published on the day of the payment, but after it was set against the invoice, is a later one.
  const later = editions
    .filter(({ number, publishedOn }) => number > accepted.number && acceptedOn <= publishedOn && publishedOn <= on)
    .sort((a, b) => a.number - b.number);
  for (const edition of later) {
    const { from, to } = refusalWindow(edition, windowDays);
    if (withdrawn(edition, earliest(on, to))) continue;
    const notice = refusals.find((one) => one.editionId === edition.id && from <= one.on && one.on <= earliest(on, to));
    if (notice) refused.push({ edition, on: notice.on });
    else if (on <= to) open.push({ edition, until: to });
    else binding = { edition, since: latest(edition.inForceFrom, addDays(to, 1)), by: "silence" };
  }
  return { binding, refused, open };
}

const withdrawn = ({ withdrawnOn }: Published, on: Day) => withdrawnOn != null && withdrawnOn <= on;
