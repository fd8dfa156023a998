import { realTime } from "#/app/_auth/real-time.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { type Governed, governedBy } from "#/lib/terms/governed-by.ts";
import { citeWords, editionName, factWords } from "#/lib/terms/words.ts";
import { type Answer, type Call, type Command, onlyText, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

/** Which terms govern a portal, with which entity, what happens at its expiry, each with its clause and edition. */
export const portalTerms: Command = {
  options: { country: { type: "string" }, on: { type: "string" } },
  async run(call) {
    const address = onlyText(call, "адрес портала");
    const { country } = call.values;
    if (typeof country !== "string" || !/^[a-z]{2}$/i.test(country))
      throw new WrongCall("--country — две буквы кода страны, например BY");
    const found = governedBy(address, country, onDay(call) ?? dayInMinsk(realTime()));
    if (!found.ok) return { ok: false, json: { ok: false, reason: found.error }, text: refusalText(found.error) };
    return told(found.value, country.toUpperCase());
  },
};

function onDay({ values: { on } }: Call): Day | null {
  if (typeof on !== "string") return null;
  const day = parseDay(on);
  if (!day) throw new WrongCall(`--on: нет такой даты: ${on}`);
  return day;
}

function told(governed: Governed, country: string): Answer {
  const { host, zone, document, doubt, entity, noEntity, canActivate, activationReason, grace, continues } = governed;
  const t = translator("ru", "terms");
  const citations = governed.citations.map((one) => ({
    document: one.document.slug,
    edition: one.document.edition,
    clauses: one.fact.clauses,
    subject: one.fact.subject,
    text: factWords(one.fact, "ru"),
  }));
  const lines = [
    `${host}: ${document ? editionName(document) : "документ, который здесь действует, неизвестен"}`,
    entity ?? t(`noEntity.${noEntity ?? "not-known"}`),
    t(`activation.${activationReason}`),
    ...governed.citations.map((one) => `  ${factWords(one.fact, "ru")} (${citeWords(one, "ru")})`),
    ...(doubt === "operator-unknown" ? [t("forecast.operatorUnknown", { zone: zone ?? "" })] : []),
    ...(doubt === "own-domain" ? [t("forecast.ownDomain")] : []),
  ];
  return {
    ok: true,
    json: {
      ok: true,
      ...{ host, zone, country },
      governedBy: document && {
        ...{
          document: document.slug,
          title: document.title,
          edition: document.edition,
          inForceFrom: document.inForceFrom,
        },
      },
      ...{
        entity,
        noEntity,
        entities: document?.entities ?? [],
        canActivate,
        reason: activationReason,
        grace,
        continues,
        doubt,
      },
      citations,
    },
    text: lines.join("\n"),
  };
}
