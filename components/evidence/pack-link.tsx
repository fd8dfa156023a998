import { FileLink } from "#/components/ui/file-link.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The evidence pack of a contract (6.7), for its customer and for staff alike. */
export function PackLink({ locale, contractId }: { locale: Locale; contractId: string }) {
  const t = translator(locale, "evidence");
  return (
    <div className="grid gap-1">
      <FileLink locale={locale} href={`/api/contracts/${contractId}/pack`} title={t("pack.button")} kind="ZIP" />
      <p className="text-muted text-sm">{t("pack.lead")}</p>
    </div>
  );
}
