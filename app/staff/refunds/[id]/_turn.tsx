import { approveRefundAction } from "#/app/_actions/refund/approve-refund.ts";
import { closeRefundAction } from "#/app/_actions/refund/close-refund.ts";
import { grantRefundAction } from "#/app/_actions/refund/grant-refund.ts";
import { prepareRefundAction } from "#/app/_actions/refund/prepare-refund.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { linesFor, RefundRow } from "#/db/queries/refunds.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import type { ReturnAccount } from "#/lib/refund/payment-order.ts";
import type { RefundMove } from "#/lib/refund/refund.ts";

type Props = {
  locale: Locale;
  refund: RefundRow;
  moves: readonly RefundMove[];
  account: ReturnAccount;
  lines: Awaited<ReturnType<typeof linesFor>>;
};

/** What this person does next with the refund: one form, of the state that it is in. */
export function Turn(props: Props) {
  const { moves } = props;
  if (moves.includes("grant-refund")) return <Grant {...props} />;
  if (moves.includes("prepare-refund")) return <Prepare {...props} />;
  if (moves.includes("approve-refund")) return <Approve {...props} />;
  return moves.includes("close-refund") ? <Close {...props} /> : null;
}

/** 4.4.2: no sum before the money question of the contract is answered. */
function Grant({ locale, refund }: Props) {
  const t = translator(locale, "refunds");
  const { id, amount, ground, moneyQuestion, contractId } = refund;
  if (ground === "fault" && moneyQuestion === "open")
    return (
      <Section title={t("grant.title")}>
        <p className="mb-2">{t("grant.question")}</p>
        <Link className="link" href={`/staff/contracts/${contractId}#actions`}>
          {t("grant.openContract")}
        </Link>
      </Section>
    );
  return (
    <Section title={t("grant.title")}>
      <p className="mb-4 text-muted text-sm">{t("grant.text")}</p>
      <StepForm action={grantRefundAction} hidden={{ refundId: id }} label={t("grant.title")}>
        <TextInput
          name="amount"
          label={t("grant.sum")}
          hint={t("grant.sumHint", { sum: formatMoney(amount) })}
          inputMode="decimal"
          width="short"
          optional
        />
        <Textarea name="note" label={t("grant.note")} rows={2} optional />
        <SubmitButton>{t("grant.submit")}</SubmitButton>
      </StepForm>
    </Section>
  );
}

function Prepare({ locale, refund, account }: Props) {
  const t = translator(locale, "refunds");
  return (
    <Section title={t("prepare.title")}>
      <p className="mb-4 text-muted text-sm">{t("prepare.text")}</p>
      <StepForm action={prepareRefundAction} hidden={{ refundId: refund.id }} label={t("prepare.title")}>
        <TextInput name="name" label={t("prepare.name")} defaultValue={account.name} />
        <TextInput
          name="unp"
          label={t("prepare.unp")}
          hint={t("prepare.unpHint")}
          defaultValue={account.unp ?? ""}
          width="short"
          optional
        />
        <TextInput name="iban" label={t("prepare.iban")} defaultValue={account.iban} />
        <TextInput name="bic" label={t("prepare.bic")} defaultValue={account.bic} width="medium" />
        <SubmitButton>{t("prepare.submit")}</SubmitButton>
      </StepForm>
    </Section>
  );
}

function Approve({ locale, refund }: Props) {
  const t = translator(locale, "refunds");
  return (
    <Section title={t("approve.title")}>
      <p className="mb-4 text-muted text-sm">{t("approve.text")}</p>
      <StepForm
        action={approveRefundAction}
        hidden={{ refundId: refund.id, preparedAt: refund.preparedAt?.toISOString() ?? "" }}
        label={t("approve.title")}
      >
        <SubmitButton>{t("approve.submit")}</SubmitButton>
      </StepForm>
    </Section>
  );
}

function Close({ locale, refund, lines }: Props) {
  const t = translator(locale, "refunds");
  return (
    <Section title={t("close.title")}>
      <p className="mb-4 text-muted text-sm">{t("close.text")}</p>
      {lines.length === 0 ? (
        <p>{t("close.none")}</p>
      ) : (
        <StepForm action={closeRefundAction} hidden={{ refundId: refund.id }} label={t("close.title")}>
          <Select name="lineId" label={t("close.line")}>
            {lines.map(({ id, creditDate, documentNumber, payer, purpose }) => (
              <option key={id} value={id}>
                {t("close.option", {
                  date: formatDay(creditDate),
                  number: documentNumber,
                  payer,
                  purpose: purpose.slice(0, 80),
                })}
              </option>
            ))}
          </Select>
          <SubmitButton look="secondary">{t("close.submit")}</SubmitButton>
        </StepForm>
      )}
    </Section>
  );
}
