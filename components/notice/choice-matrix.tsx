import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { Table } from "#/components/ui/table.tsx";
import type { Cell } from "#/lib/mail/choices.ts";
import { CHANNELS, type Channel, type Kind } from "#/lib/mail/kinds.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type MatrixRow = { kind: Kind; clauses: readonly string[] | null; cells: Record<Channel, Cell> };
type Props = { locale: Locale; caption: string; rows: readonly MatrixRow[] };

/** Kinds by channels: a box that may be ticked, or a ticked one that is locked and says by which clauses. */
export function ChoiceMatrix({ locale, caption, rows }: Props) {
  const t = translator(locale, "notices");
  return (
    <Table
      dense
      caption={caption}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: "kind",
          head: t("settings.kind"),
          rowHead: true,
          cell: ({ kind, clauses, cells }) => (
            <span className="grid">
              {t(`kind.${kind}`)}
              {clauses && cells.mail.locked && (
                <span className="block font-normal text-muted text-sm">
                  {t("settings.locked")} <Clauses locale={locale} clauses={clauses} />
                </span>
              )}
            </span>
          ),
        },
        ...CHANNELS.map((channel) => ({
          key: channel,
          head: t(`channel.${channel}`),
          cell: ({ kind, cells }: MatrixRow) => (
            <input
              type="checkbox"
              className="size-5"
              name="cells[]"
              value={`${kind}:${channel}`}
              defaultChecked={cells[channel].on}
              disabled={cells[channel].locked}
              aria-label={`${t(`kind.${kind}`)}: ${t(`channel.${channel}`)}`}
            />
          ),
        })),
      ]}
    />
  );
}

function Clauses({ locale, clauses }: { locale: Locale; clauses: readonly string[] }) {
  const t = translator(locale, "notices");
  return clauses.map((clause, index) => (
    <span key={clause}>
      {index > 0 && ", "}
      <a className="link whitespace-nowrap" href={clauseRef(clause, OFFER_HREF).href}>
        {t("settings.clause", { clause })}
      </a>
    </span>
  ));
}
