import { connectBankAction } from "#/app/_actions/bank/connect-bank.ts";
import { fetchBankAction } from "#/app/_actions/bank/fetch-bank.ts";
import { finishBankAction } from "#/app/_actions/bank/finish-bank.ts";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { momentText } from "#/components/ui/date-text.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { BankLink } from "#/db/queries/bank.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; link: BankLink | null; back: { code?: string; state?: string; error?: string } };

/** Whether the bank is connected, and the one thing that is to be done about it. */
export function BankState({ locale, link, back }: Props) {
  const t = translator(locale, "bank");
  const connect = (again: boolean) => (
    <Form action={connectBankAction} className="mt-3">
      <SubmitButton pendingText={t("connecting")} look={again ? "secondary" : "primary"}>
        {t(again ? "again" : "connect")}
      </SubmitButton>
    </Form>
  );
  if (back.code && back.state)
    return (
      <Notice tone="needs" title={t("finish")}>
        <p>{t("finishText")}</p>
        <Form action={finishBankAction} className="mt-3">
          <input type="hidden" name="code" value={back.code} />
          <input type="hidden" name="state" value={back.state} />
          <SubmitButton pendingText={t("finishing")}>{t("finishButton")}</SubmitButton>
        </Form>
      </Notice>
    );
  if (back.error)
    return (
      <Notice tone="late" title={t("denied")}>
        <p>{t("deniedText")}</p>
        {connect(false)}
      </Notice>
    );
  if (link?.brokenCode)
    return (
      <Notice tone="late" title={t("lost")}>
        <p>{errorWords(locale)(link.brokenCode)}</p>
        {link.brokenAt && <p>{t("since", { at: momentText(link.brokenAt) })}</p>}
        {connect(false)}
      </Notice>
    );
  if (!link?.access)
    return (
      <Notice tone="needs" title={t("never")}>
        <p>{t("neverText")}</p>
        {connect(false)}
      </Notice>
    );
  if (link.fetchAskedAt)
    return (
      <Notice tone="running" title={t("asking")} announce>
        <p>{t("askingText")}</p>
      </Notice>
    );
  return (
    <Notice tone="done" title={t("connected")}>
      {link.refreshUntil && <p>{t("connectedText", { until: momentText(link.refreshUntil) })}</p>}
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <Form action={fetchBankAction} className="mt-3">
          <SubmitButton>{t("fetch")}</SubmitButton>
        </Form>
        {connect(true)}
      </div>
    </Notice>
  );
}
