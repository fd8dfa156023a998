import { KeyValue } from "#/components/ui/key-value.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { factHref, termsHref } from "#/lib/terms/addresses.ts";
import type { Subject } from "#/lib/terms/documents.ts";
import type { Citation, Governed } from "#/lib/terms/governed-by.ts";
import { citeWords, editionName, factWords } from "#/lib/terms/words.ts";

const AT_EXPIRY: readonly Subject[] = ["grace", "continuation", "deletion"];

/** Yes, no or «we do not know», why, under whose terms, what comes after the paid term, and where all that is written. */
export function CheckAnswer({ locale, governed }: { locale: Locale; governed: Governed }) {
  const t = translator(locale, "library");
  const { host, zone, document, doubt, entity, noEntity, canActivate, activationReason, citations } = governed;
  const [tone, verdict]: [Tone, "yes" | "no" | "unknown"] =
    canActivate === null ? ["needs", "unknown"] : canActivate ? ["done", "yes"] : ["late", "no"];
  const expiry = citations.filter(({ fact }) => AT_EXPIRY.includes(fact.subject));
  return (
    <div className="grid gap-8">
      <Notice tone={tone} title={t(`check.${verdict}`, { portal: host })}>
        <p>{t(`check.reason.${activationReason}`)}</p>
        {canActivate && (
          <p className="no-print mt-3">
            <a className="btn primary" href={`/order?portal=${encodeURIComponent(host)}`}>
              {t("check.order")}
            </a>
          </p>
        )}
      </Notice>
      <KeyValue
        pairs={[
          { key: t("check.portal"), value: host },
          { key: t("check.zone"), value: zone === null ? t("check.noZone") : `.${zone}` },
          {
            key: t("check.terms"),
            value: document ? (
              <a className="link" href={termsHref(document)}>
                {editionName(document)}
              </a>
            ) : (
              t("check.noTerms")
            ),
          },
          {
            key: t("check.entity"),
            value: entity ?? translator(locale, "terms")(`noEntity.${noEntity ?? "not-known"}`),
          },
        ]}
      />
      <Section title={t("check.expiry")}>
        {doubt && <p className="mb-3 max-w-measure">{doubtWords(governed, locale)}</p>}
        <Cited locale={locale} citations={expiry} />
      </Section>
      <Section title={t("check.sources")}>
        <Cited locale={locale} citations={citations.filter((one) => !expiry.includes(one))} />
      </Section>
    </div>
  );
}

/** Nothing is promised where the documents are silent. */
function doubtWords({ doubt, zone }: Governed, locale: Locale): string {
  const t = translator(locale, "library");
  return doubt === "own-domain" ? t("check.doubtOwnDomain") : t("check.doubtOperator", { zone: zone ?? "" });
}

function Cited({ locale, citations }: { locale: Locale; citations: readonly Citation[] }) {
  return (
    <ul className="grid max-w-measure gap-3">
      {citations.map((one) => (
        <li key={`${one.document.slug} ${one.fact.says}`}>
          {factWords(one.fact, locale)}
          <a className="link block text-sm" href={factHref(one.document, one.fact)}>
            {citeWords(one, locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}
