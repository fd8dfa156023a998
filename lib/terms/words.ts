import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Fact, TermsDocument } from "./documents.ts";
import type { Forecast } from "./forecast.ts";
import type { Citation } from "./governed-by.ts";

/** «п. 7.6, Bitrix24 Terms of Service, ред. 03.12.2024» */
export const citeWords = ({ document, fact }: Citation, locale: Locale): string =>
  translator(locale, "terms")("cite", {
    clauses: fact.clauses.join(", "),
    title: document.title,
    edition: formatDay(document.edition),
  });

export const factWords = ({ says, days = 0 }: Fact, locale: Locale): string =>
  translator(locale, "terms")(`says.${says}`, { days });

/** «Bitrix24 Terms of Service, 03.12.2024» */
export const editionName = ({ title, edition }: TermsDocument): string => `${title}, ${formatDay(edition)}`;

/** The sentences of a forecast, in their order: the end, the grace, the new term, or what is not known. */
export function forecastWords(forecast: Forecast, locale: Locale): string[] {
  const t = translator(locale, "terms");
  const { portal, lastDay, grace, continues, doubt, zone } = forecast;
  const date = formatDay(lastDay);
  const said = [t("forecast.end", { portal, date })];
  if (grace) {
    const days = { date, days: grace.days, until: formatDay(grace.until), cite: citeWords(grace.source, locale) };
    said.push(t(grace.certain ? "forecast.firm" : "forecast.may", days), t("forecast.catalogueOnly"));
  }
  if (continues) said.push(t("forecast.continues", { cite: citeWords(continues, locale) }));
  if (doubt === "own-domain") said.push(t("forecast.ownDomain"));
  if (doubt === "operator-unknown") said.push(t("forecast.operatorUnknown", { zone: zone ?? "" }));
  return said;
}
