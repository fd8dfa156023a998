import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Link } from "#/components/ui/link.tsx";
import type { Action } from "#/lib/action-result.ts";
import { placeAfter, type Stage } from "#/lib/contract/machine.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";

type Row = {
  id: string;
  contractId: string;
  version: number;
  stage: Stage;
  released: boolean;
  reverses: boolean;
  number: string;
  party: string;
  amount: bigint;
  kind: "automatic" | "accountant" | "discretion";
  reason: string | null;
  at: Date;
  by: string;
};

type Props = {
  locale: Locale;
  rows: readonly Row[];
  names: Map<string, string>;
  /** Null for a role that may not take back. */
  release: Action<unknown> | null;
};

/** Where a payment went, by whom, at whose discretion, and the way back while it is no acceptance yet. */
export function AllocationList({ locale, rows, names, release }: Props) {
  const t = translator(locale, "staff");
  return (
    <ul className="grid gap-4">
      {rows.map((row) => (
        <li key={row.id} className={row.released || row.reverses ? "text-muted" : undefined}>
          <span className="num font-medium">{formatMoney(row.amount)}</span>{" "}
          <Link className="link num" href={`/staff/contracts/${row.contractId}`}>
            {t("decide.invoice", { number: row.number })}
          </Link>{" "}
          <span>{row.party}</span>
          <span className="block text-muted text-sm">
            {t(row.reverses ? "allocation.released" : `allocation.${row.kind}`, { who: names.get(row.by) ?? "" })} ·{" "}
            <MomentText at={row.at} />
          </span>
          {row.reason && <span className="block text-sm">{t("reasonIs", { reason: row.reason })}</span>}
          {release && !row.released && !row.reverses && <Release locale={locale} row={row} action={release} />}
        </li>
      ))}
    </ul>
  );
}

function Release({ locale, row, action }: { locale: Locale; row: Row; action: Action<unknown> }) {
  const t = translator(locale, "staff");
  if (!placeAfter({ stage: row.stage, act: "none" }, "release-allocation"))
    return <span className="block text-muted text-sm">{t("release.concluded")}</span>;
  return (
    <div className="mt-2" data-undo>
      <Dialog
        open={t("release.button")}
        title={t("release.button")}
        close={translator(locale, "common")("dialog.close")}
        small
      >
        <p className="mb-4 text-muted text-sm">{t("release.text")}</p>
        <StepForm
          action={action}
          hidden={{ contractId: row.contractId, version: row.version, allocationId: row.id }}
          label={t("release.button")}
        >
          <Textarea name="reason" label={t("reasonLabel")} hint={t("release.hint")} rows={2} />
          <SubmitButton look="danger">{t("release.button")}</SubmitButton>
        </StepForm>
      </Dialog>
    </div>
  );
}
