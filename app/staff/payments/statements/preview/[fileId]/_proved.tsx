import { ImportForm } from "#/components/payment/import-form.tsx";
import { StatementChecks } from "#/components/payment/statement-checks.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Seen } from "./_found.ts";
import { PreviewLines } from "./_lines.tsx";

export const STATEMENTS = "/staff/payments/statements";

export const Another = ({ locale }: { locale: Locale }) => (
  <LinkButton href={`${STATEMENTS}/new`} look="secondary">
    {translator(locale, "staff")("preview.another")}
  </LinkButton>
);

/** What the file proves, what is known of it already, and the press that makes it payments. */
export function Proved({ locale, fileId, seen }: { locale: Locale; fileId: string; seen: Seen }) {
  const t = translator(locale, "staff");
  const { statement, imported, known, before, over } = seen;
  return (
    <div className="grid gap-8">
      {imported && (
        <Notice tone="needs" title={t("preview.already")}>
          <LinkButton href={`${STATEMENTS}/${imported}`} look="quiet" small>
            {t("preview.open")}
          </LinkButton>
        </Notice>
      )}
      <Section title={t("checks.title")}>
        <StatementChecks
          locale={locale}
          head={statement}
          lines={statement.lines.length}
          known={known.size}
          before={before}
          over={over}
        />
      </Section>
      {!imported && (
        <div className="flex flex-wrap items-start gap-2">
          <ImportForm
            fileId={fileId}
            words={{
              start: t("preview.import"),
              read: t("preview.reading"),
              keep: t("preview.keeping"),
              cancel: t("preview.cancel"),
              cancelled: t("preview.cancelled"),
              lost: t("preview.lost"),
            }}
          />
          <Another locale={locale} />
        </div>
      )}
      <PreviewLines {...{ locale, seen }} />
    </div>
  );
}
