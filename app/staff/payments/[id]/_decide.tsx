import { leaveUnidentifiedAction } from "#/app/_actions/payment/leave-unidentified.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DecisionKeys } from "#/components/payment/decision-keys.tsx";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Choices } from "./_choices.tsx";
import type { PaymentFound } from "./_found.ts";

type Props = { locale: Locale; actor: StaffActor; found: PaymentFound; q: string | undefined };

/** Where what is left of a payment may go: proposals first, then what its party owes, then what a person finds. */
export function Decide({ q, ...choosing }: Props) {
  const { locale, actor, found } = choosing;
  const { payment, proposed, owed, searched } = found;
  const t = translator(locale, "staff");
  const may = permits(actor, "payment.allocate");
  const known = proposed.length + owed.length;
  return (
    <Section title={t("decide.title")}>
      <DecisionKeys>
        {known === 0 && <EmptyState title={t("decide.noProposals")}>{t("decide.noProposalsText")}</EmptyState>}
        {proposed.length > 0 && <Choices {...choosing} rows={proposed} />}
        {owed.length > 0 && (
          <>
            <h3 className={proposed.length > 0 ? "mt-8" : undefined}>{t("decide.ofParty")}</h3>
            <Choices {...choosing} rows={owed} after={proposed.length} />
          </>
        )}
        {may && (
          <>
            <h3 className="mt-8">{t("decide.search")}</h3>
            <SearchForm
              action={`/staff/payments/${payment.id}`}
              label={t("decide.search")}
              placeholder={t("contracts.placeholder")}
              button={t("search")}
              value={q}
            />
            {searched.length > 0 && <Choices {...choosing} rows={searched} after={known} />}
            {q && searched.length === 0 && <p className="text-muted">{t("nothingFound")}</p>}
            {payment.state === "proposed" && (
              <div className="mt-8">
                <p className="mb-3 text-muted text-sm">{t("decide.leaveText")}</p>
                <StepForm
                  action={leaveUnidentifiedAction}
                  hidden={{ paymentId: payment.id }}
                  doneHref="/staff/payments?state=decide"
                >
                  <SubmitButton look="secondary">{t("decide.leave")}</SubmitButton>
                </StepForm>
              </div>
            )}
          </>
        )}
      </DecisionKeys>
      {may && <p className="no-print mt-4 text-muted text-sm max-md:hidden">{t("decide.keys")}</p>}
    </Section>
  );
}
