import { KeyValue } from "#/components/ui/key-value.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatPaperCode } from "#/lib/documents/verify/code.ts";
import type { VerifiedPaper } from "#/lib/documents/verify/verdict.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";

/** What lets one compare a sheet with ours; nothing of the customer. */
export function PaperFactsList({ locale, paper }: { locale: Locale; paper: VerifiedPaper }) {
  const t = translator(locale, "verify");
  const kind = `kind.${paper.kind}` as "kind.invoice";
  return (
    <KeyValue
      pairs={[
        { key: t("facts.document"), value: t.has(kind) ? t(kind) : paper.kind },
        { key: t("facts.number"), value: <span className="num">{paper.number}</span> },
        { key: t("facts.date"), value: <span className="num">{formatDay(paper.issuedOn)}</span> },
        paper.total !== null && {
          key: t("facts.total"),
          value: <span className="num">{formatMoney(BigInt(paper.total))}</span>,
        },
        paper.account !== null && {
          key: t("facts.account"),
          value: <span className="num">…{paper.account.slice(-4)}</span>,
        },
        paper.code !== null && {
          key: t("facts.code"),
          value: <span className="num">{formatPaperCode(paper.code)}</span>,
        },
      ]}
    />
  );
}
