import { PrintButton } from "#/components/document/print-button.tsx";
import { listHref } from "#/components/staff/query.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import type { Period } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; partyId: string; period: Period; print?: boolean };

/** The statement to take away. */
export function TakeStatement({ locale, partyId, period, print }: Props) {
  const t = translator(locale, "settlements");
  const href = (format: "xlsx" | "csv") => listHref(`/api/parties/${partyId}/statement/${format}`, period);
  return (
    <span className="no-print flex flex-wrap gap-2">
      <LinkButton href={href("xlsx")} look="secondary" small download>
        {t("take.xlsx")}
      </LinkButton>
      <LinkButton href={href("csv")} look="secondary" small download>
        {t("take.csv")}
      </LinkButton>
      {print && <PrintButton>{t("take.print")}</PrintButton>}
    </span>
  );
}
