import type { ReactNode } from "react";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { staffContract } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

type OldAccount = {
  id: string;
  number: string;
  contractId: string;
  version: number;
  party: string;
  validUntil: Day;
  total: Kopecks;
  paid: Kopecks;
  account: string;
};
type Props = {
  locale: Locale;
  today: Day;
  rows: readonly OldAccount[];
  /** Null for whoever may only look. */
  action: Action<unknown> | null;
  empty: ReactNode;
};

/** Invoices to be issued anew on the seller's other account, one button each. */
export function OldAccounts({ locale, today, rows, action, empty }: Props) {
  const t = translator(locale, "publication");
  return (
    <Table
      caption={t("accounts.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "number",
          head: t("accounts.number"),
          rowHead: true,
          cell: ({ contractId, number, party }) => (
            <>
              <Link className="link num" href={staffContract(contractId)}>
                № {number}
              </Link>
              <span className="block font-normal text-muted">{party}</span>
            </>
          ),
        },
        { key: "until", head: t("accounts.until"), cell: ({ validUntil }) => <DateText day={validUntil} /> },
        { key: "sum", head: t("accounts.sum"), end: true, cell: ({ total }) => <Money value={total} /> },
        {
          key: "account",
          head: t("accounts.account"),
          cell: ({ account }) => <span className="num break-words">{formatIban(account)}</span>,
        },
        {
          key: "do",
          head: <span className="sr-only">{t("accounts.do")}</span>,
          cell: (row) => <Reissue {...{ locale, today, row, action }} />,
        },
      ]}
    />
  );
}

/** The button, or why there is none: money came on the old one, its term is over, or it is somebody else's to press. */
function Reissue({ locale, today, row, action }: Pick<Props, "locale" | "today" | "action"> & { row: OldAccount }) {
  const t = translator(locale, "publication");
  const { number, contractId, version, paid, validUntil } = row;
  const why =
    paid > 0n
      ? t("accounts.paid", { sum: formatMoney(paid) })
      : today > validUntil
        ? t("accounts.over")
        : action === null && t("accounts.forbidden");
  if (why || !action) return <span className="text-muted text-sm">{why}</span>;
  return (
    <Dialog open={t("accounts.do")} title={t("accounts.do")} close={translator(locale, "common")("dialog.close")} small>
      <StepForm action={action} hidden={{ contractId, version }} label={t("accounts.do")}>
        <p className="mb-3 max-w-measure">{t("accounts.text", { number })}</p>
        <Textarea
          name="reason"
          label={t("accounts.reason")}
          hint={t("accounts.reasonHint")}
          defaultValue={t("accounts.reasonDefault")}
          rows={3}
        />
        <SubmitButton>{t("accounts.do")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
