import { activateAccessAction } from "#/app/_actions/contract/activate-access.ts";
import { ActivationSection } from "#/components/activation/activation-section.tsx";
import { ContractActions } from "#/components/staff/contract-actions.tsx";
import { contractForms } from "#/components/staff/contract-forms.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { staffChoices } from "#/lib/contract/staff-steps.ts";
import { mayBeDeclared } from "#/lib/contract/steps/force-majeure.ts";
import type { History } from "#/lib/contract/why-since.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { staffActions } from "./actions.ts";
import { CustomersCircumstance } from "./customers-circumstance.tsx";

type Props = {
  locale: Locale;
  contract: Contract;
  given: Given;
  actor: StaffActor;
  evidence: History;
  /** Last paid day of each portal that waits for its activation. */
  runningUntil: Map<string, Day>;
};

/** What the house does with a contract: the activation in a place of its own, every other step as a button. */
export function StaffWork({ locale, contract, given, actor, evidence, runningUntil }: Props) {
  const page = { locale, contract, given };
  const activating = contract.stage === "concluded" && permits(actor, "contract.activate-access");
  const choices = staffChoices(contract, given, evidence, actor);
  return (
    <>
      {activating && <ActivationSection {...page} action={activateAccessAction} runningUntil={runningUntil} />}
      <div id="actions">
        <Section title={translator(locale, "staff")("actions.title")}>
          <ContractActions
            locale={locale}
            choices={choices.filter(({ step, allowed }) => step !== "activate-access" || !allowed)}
            below={activating}
            forms={contractForms({ ...page, actions: staffActions })}
          />
          {mayBeDeclared(contract) && permits(actor, "contract.declare-force-majeure") && (
            <div className="mt-3">
              <CustomersCircumstance {...page} />
            </div>
          )}
        </Section>
      </div>
    </>
  );
}
