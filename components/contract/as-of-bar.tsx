import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Refusal } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";
import { AsOfForm } from "./as-of-form.tsx";

type Props = {
  locale: Locale;
  contract: Pick<Contract, "placedAt">;
  today: Day;
  /** The page of today. */
  href: string;
  on: Day | null;
  refusal: Refusal | null;
};

/** Which day the page shows, or why it cannot; the way to another day and back. On today's page it is folded away. */
export function AsOfBar({ locale, contract, today, href, on, refusal }: Props) {
  const t = translator(locale, "why");
  const form = <AsOfForm {...{ locale, on }} from={dayInMinsk(contract.placedAt)} to={today} />;
  if (!on && !refusal)
    return (
      <details className="no-print">
        <summary className="link inline-block cursor-pointer text-sm">{t("asOf.open")}</summary>
        <div className="mt-3">{form}</div>
      </details>
    );
  const title = on ? t("asOf.title", { on: formatDay(on) }) : t("asOf.refused");
  return (
    <Notice tone={refusal ? "late" : "neutral"} title={title}>
      <p>{refusal ? errorWords(locale)(refusal.code, refusal.params) : t("asOf.text")}</p>
      <p className="no-print my-3">
        <Link className="link" href={href}>
          {t("asOf.back")}
        </Link>
      </p>
      {form}
    </Notice>
  );
}
