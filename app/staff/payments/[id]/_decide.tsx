import { allocatePartsAction } from "#/app/_actions/payment/allocate-parts.ts";
import { leaveUnidentifiedAction } from "#/app/_actions/payment/leave-unidentified.ts";
import { proposeAgainAction } from "#/app/_actions/payment/propose-again.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DecisionKeys } from "#/components/payment/decision-keys.tsx";
import { SplitForm } from "#/components/payment/split-form.tsx";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import { permits } from "#/lib/access/permissions.ts";
import { secondPersonAbove } from "#/lib/contract/discretion.ts";
import { translator } from "#/lib/messages/messages.ts";
import { Choices, type Choosing } from "./_choices.tsx";

/** Where this page is, for its search to come back to. */
export type Place = { path: string; keep: Record<string, string | undefined>; doneHref: string };
type Props = Choosing & { q: string | undefined; place: Place };

/** Where what is left of a payment may go: proposals first, then what its party owes, then what a person finds. */
export function Decide({ q, place, ...choosing }: Props) {
  const { locale, actor, settings, found } = choosing;
  const { payment, proposed, owed, searched } = found;
  const t = translator(locale, "staff");
  const may = permits(actor, "payment.allocate");
  const known = proposed.length + owed.length;
  const invoices = [...proposed, ...owed, ...searched].map(({ invoice }) => invoice);
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
              action={place.path}
              label={t("decide.search")}
              placeholder={t("contracts.placeholder")}
              button={t("search")}
              value={q}
              keep={place.keep}
            />
            {searched.length > 0 && <Choices {...choosing} rows={searched} after={known} />}
            {q && searched.length === 0 && <p className="text-muted">{t("nothingFound")}</p>}
            <SplitForm
              {...{ locale, action: allocatePartsAction, payment, invoices, above: secondPersonAbove(settings) }}
              rest={payment.amount - payment.allocated}
            />
            {(payment.state === "proposed" || payment.state === "unidentified") && (
              <div className="mt-8">
                <StepForm action={proposeAgainAction} hidden={{ paymentId: payment.id }}>
                  <SubmitButton look="secondary" small>
                    {translator(locale, "matching")("decline.again")}
                  </SubmitButton>
                </StepForm>
              </div>
            )}
            {payment.state === "proposed" && (
              <div className="mt-8">
                <p className="mb-3 text-muted text-sm">{t("decide.leaveText")}</p>
                <StepForm action={leaveUnidentifiedAction} hidden={{ paymentId: payment.id }} doneHref={place.doneHref}>
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
