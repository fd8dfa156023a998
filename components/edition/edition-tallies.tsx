import type { ReactNode } from "react";
import { DateText } from "#/components/ui/date-text.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { publishedEdition } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type Tally = {
  number: number;
  publishedOn: Day;
  until: Day | null;
  told: number;
  accepted: number;
  waiting: number;
  failed: number;
  refused: number;
  silent: number;
};
type Props = { locale: Locale; today: Day; rows: readonly Tally[]; empty: ReactNode };

const OFFER = "license-bitrix24-market";

/** Each edition of the offer: how many were told and how their letters fared, who refused it and who was silent. */
export function EditionTallies({ locale, today, rows, empty }: Props) {
  const t = translator(locale, "publication");
  return (
    <Table
      caption={t("refusals.tally")}
      rows={rows}
      rowKey={({ number }) => String(number)}
      empty={empty}
      columns={[
        {
          key: "edition",
          head: t("refusals.edition"),
          rowHead: true,
          cell: ({ number, publishedOn }) => (
            <>
              <a className="link" href={publishedEdition(OFFER, number)}>
                {number}
              </a>
              <span className="block font-normal text-muted">
                <DateText day={publishedOn} />
              </span>
            </>
          ),
        },
        {
          key: "window",
          head: t("refusals.window"),
          cell: ({ until }) =>
            until && (
              <span className="grid justify-items-start gap-0.5">
                <DateText day={until} />
                <Status tone={today <= until ? "running" : "neutral"}>
                  {t(today <= until ? "refusals.open" : "refusals.closed")}
                </Status>
              </span>
            ),
        },
        { key: "told", head: t("refusals.told"), end: true, cell: ({ told }) => told },
        { key: "letters", head: t("refusals.letters"), cell: (row) => <Letters locale={locale} row={row} /> },
        { key: "refused", head: t("refusals.refused"), end: true, cell: ({ refused }) => refused },
        { key: "silent", head: t("refusals.silent"), end: true, cell: ({ silent }) => silent },
      ]}
    />
  );
}

function Letters({ locale, row }: { locale: Locale; row: Tally }) {
  const t = translator(locale, "publication");
  const { accepted, waiting, failed } = row;
  if (accepted + waiting + failed === 0) return <span className="text-muted">{t("refusals.noLetters")}</span>;
  return (
    <span className="grid justify-items-start gap-0.5">
      {accepted > 0 && <Status tone="done">{t("refusals.accepted", { count: accepted })}</Status>}
      {waiting > 0 && <Status tone="running">{t("refusals.waiting", { count: waiting })}</Status>}
      {failed > 0 && <Status tone="late">{t("refusals.failed", { count: failed })}</Status>}
    </span>
  );
}
