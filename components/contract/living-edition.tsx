import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { EditionAnswer, OfferEdition } from "#/lib/contract/accepted-edition.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type Answer = EditionAnswer<OfferEdition>;
type Props = { locale: Locale; contract: Contract; answer: Answer };

/** «Какую редакцию я принял?» in one sentence with dates (6.2), and what happened to the text since, where anything did. */
export function LivingEdition(props: Props) {
  const [first, ...others] = sentencesOf(props);
  return (
    <div className="grid gap-2">
      <p>{first}</p>
      {others.map((sentence) => (
        <p key={sentence} className="text-muted text-sm">
          {sentence}
        </p>
      ))}
    </div>
  );
}

export function sentencesOf({ locale, contract, answer }: Props): string[] {
  const t = translator(locale, "living");
  const { shown, accepted, how, paymentJoins, binding, refused, open } = answer;
  const orderedOn = formatDay(dayInMinsk(contract.placedAt));
  if (!accepted || !contract.acceptedOn) {
    const said = t("edition.unpaid", { orderedOn, shown: shown.number });
    return paymentJoins && paymentJoins.number > shown.number
      ? [said, t("edition.joins", datesOf(paymentJoins))]
      : [said];
  }
  const acceptedOn = formatDay(contract.acceptedOn);
  const code = accepted.number === shown.number || how === "unpaid" ? how : "changed";
  const sentences = [
    t(`edition.${code}`, { ...datesOf(accepted), acceptedOn, orderedOn, shown: shown.number }),
    ...refused.map(({ edition, on }) => t("edition.refused", { number: edition.number, on: formatDay(on) })),
    ...open.map(({ edition, until }) => t("edition.refusable", { number: edition.number, until: formatDay(until) })),
  ];
  const { paidOn, creditedOn } = contract;
  if (paidOn && creditedOn && paidOn !== creditedOn)
    sentences.push(t("edition.days", { paidOn: formatDay(paidOn), creditedOn: formatDay(creditedOn), acceptedOn }));
  if (binding?.by === "silence")
    sentences.push(t("edition.silence", { ...datesOf(binding.edition), since: formatDay(binding.since) }));
  return sentences;
}

const datesOf = ({ number, publishedOn, inForceFrom }: OfferEdition) => ({
  number,
  publishedOn: formatDay(publishedOn),
  inForceFrom: formatDay(inForceFrom),
});
