import type { ReactNode } from "react";
import { titleOf } from "#/components/contract/words.ts";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { EditionImpact } from "#/lib/contract/edition-impact.ts";
import { customerContract } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const TONE: Record<EditionImpact["standing"], Tone> = {
  open: "needs",
  refused: "neutral",
  silent: "done",
  accepted: "done",
  order: "running",
  newer: "neutral",
};

/** How one edition stands for each contract of the reader, and what was said about it. */
export function OwnContracts(props: { locale: Locale; rows: readonly EditionImpact[]; empty: ReactNode }) {
  const { locale, rows, empty } = props;
  const t = translator(locale, "publication");
  return (
    <Table
      caption={t("contracts")}
      rows={rows}
      rowKey={({ contract }) => contract.id}
      empty={empty}
      columns={[
        {
          key: "contract",
          head: t("contract"),
          rowHead: true,
          cell: ({ contract }) => (
            <>
              <Link className="link" href={customerContract(contract.id)}>
                {titleOf(contract, locale)}
              </Link>
              <span className="block break-words font-normal text-muted text-sm">
                {contract.lines.map(({ portal }) => portal).join(", ")}
              </span>
            </>
          ),
        },
        { key: "standing", head: t("standing"), cell: (row) => <Standing locale={locale} row={row} /> },
      ]}
    />
  );
}

function Standing({ locale, row }: { locale: Locale; row: EditionImpact }) {
  const t = translator(locale, "publication");
  const { standing, on, edition, acceptedNumber } = row;
  const day = on ? formatDay(on) : "";
  const words = {
    open: () => t("is.open", { until: day }),
    refused: () => t("is.refused", { on: day }),
    silent: () => t("is.silent", { since: day }),
    accepted: () => t("is.accepted", { on: day }),
    order: () => t("is.order"),
    newer: () => t("is.newer", { number: acceptedNumber ?? 0 }),
  };
  return (
    <span className="grid justify-items-start gap-1 text-start">
      <Status tone={TONE[standing]}>{words[standing]()}</Status>
      {edition?.refusalReason && (
        <span className="text-muted text-sm">{t("reason", { reason: edition.refusalReason })}</span>
      )}
      {edition?.answer && edition.answeredAt && (
        <span className="text-sm">
          {t("answer", { on: formatDay(dayInMinsk(edition.answeredAt)), answer: edition.answer })}
        </span>
      )}
    </span>
  );
}
