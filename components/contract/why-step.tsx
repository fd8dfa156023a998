import { type Locale, translator } from "#/lib/messages/messages.ts";
import { outlookText, type Refused, sinceText } from "./why-words.ts";
import { clauseRef, OFFER_HREF, sidesText } from "./words.ts";

type Props = { locale: Locale; why: Refused; offerHref?: string };

/** Why a step may not be taken: the reason, since when, what opens it or that nothing does, whose it is, the clause. */
export function WhyStep({ locale, why, offerHref = OFFER_HREF }: Props) {
  const t = translator(locale, "why");
  const rows = [
    why.since && { key: t("since"), value: sinceText(why.since, locale) },
    { key: t("opens"), value: outlookText(why, locale) },
    { key: t("who"), value: sidesText(why.by, locale) },
  ].filter((row) => row !== null);
  return (
    <>
      <p>
        {t(`reason.${why.reason}`)}{" "}
        <a className="link whitespace-nowrap" href={clauseRef(why.clause, offerHref).href}>
          {t("clause", { clause: why.clause })}
        </a>
      </p>
      <dl className="pairs">
        {rows.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
