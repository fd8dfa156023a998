import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { ArrivalKind } from "#/lib/edi/arrival.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";

export type ArrivalRow = {
  arrival: {
    id: string;
    kind: ArrivalKind;
    outcome: "taken" | "waiting" | "settled";
    code: string | null;
    documentId: string | null;
    contractId: string | null;
    receivedAt: Date;
    fileId: string;
    name: string;
    note: string | null;
  };
  sha256: string;
  size: number;
};

/** Deliveries of ЭДиН: what came, what became of it, the file as it came; with `settle` a person says what was done. */
export function Arrivals({
  locale,
  rows,
  settle,
}: {
  locale: Locale;
  rows: readonly ArrivalRow[];
  settle?: Action<unknown>;
}) {
  const t = translator(locale, "edi");
  const close = translator(locale, "common")("dialog.close");
  return (
    <ul className="grid gap-5">
      {rows.map(({ arrival, sha256, size }) => (
        <li key={arrival.id} className="grid min-w-0 gap-1 border-hairline border-b pb-5">
          <div className="flex flex-wrap gap-x-4">
            <MomentText at={arrival.receivedAt} />
            <span className="font-medium">{t(`edi.kind.${arrival.kind}`)}</span>
            {arrival.outcome === "waiting" ? (
              <Status tone="needs">{t("edi.outcome.waiting")}</Status>
            ) : (
              <span className="text-muted">{t(`edi.outcome.${arrival.outcome}`)}</span>
            )}
          </div>
          {arrival.code && <p>{errorWords(locale)(arrival.code)}</p>}
          {arrival.note && <p className="text-muted">{arrival.note}</p>}
          <div className="flex flex-wrap gap-x-4">
            <FileLink locale={locale} href={`/api/files/${arrival.fileId}`} title={arrival.name} bytes={size} />
            {arrival.contractId && (
              <Link className="link" href={`/staff/contracts/${arrival.contractId}#actions`}>
                {t("edi.contract")}
              </Link>
            )}
          </div>
          <div className="break-all text-muted text-sm">
            {[arrival.documentId, `SHA-256 ${sha256}`].filter(Boolean).join(" · ")}
          </div>
          {settle && (
            <div className="mt-1">
              <Dialog open={t("edi.settle")} title={t("edi.settle")} close={close} small>
                <StepForm action={settle} hidden={{ arrivalId: arrival.id }} label={t("edi.settle")}>
                  <Textarea name="note" label={t("edi.note")} hint={t("edi.noteHint")} rows={2} />
                  <SubmitButton>{t("edi.settle")}</SubmitButton>
                </StepForm>
              </Dialog>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
