import type { ReactNode } from "react";
import { RefusedStep, RefusedSteps, STANDS } from "#/components/contract/refused-steps.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { StaffChoice, StaffStep } from "#/lib/contract/staff-steps.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Said in red: nothing takes them back. */
const FINAL: readonly StaffStep[] = [
  "refuse-activation",
  "terminate-by-fault",
  "terminate-early",
  "withdraw-for-force-majeure",
];

/** Never what there is to do next. */
const RARE: readonly StaffStep[] = ["correct-activation", "request-assignment"];

type Props = {
  locale: Locale;
  choices: readonly StaffChoice[];
  forms: Partial<Record<StaffStep, ReactNode>>;
  /** What there is to do has a form of its own on the page. */
  below: boolean;
};

/** What the house may do with this contract; what it may not is there too, each with why, since when and what opens it. */
export function ContractActions({ locale, choices, forms, below }: Props) {
  const t = translator(locale, "staff");
  const close = translator(locale, "common")("dialog.close");
  const open = choices.filter(({ allowed, step }) => allowed && forms[step] !== undefined);
  const refused = choices.filter((choice) => !choice.allowed);
  const near = refused.filter(({ reason }) => STANDS.includes(reason));
  const name = (step: StaffStep) => t(`step.${step}`);
  return (
    <>
      {open.length === 0 && !below && <p className="mb-3 text-muted">{t("actions.none")}</p>}
      {(open.length > 0 || near.length > 0) && (
        <ul className="flex flex-wrap gap-2">
          {open.map(({ step }, at) => (
            <li key={step}>
              <Dialog
                open={name(step)}
                title={name(step)}
                close={close}
                look={
                  step.startsWith("cancel") || FINAL.includes(step)
                    ? "danger"
                    : at === 0 && !RARE.includes(step)
                      ? "primary"
                      : "secondary"
                }
              >
                <p className="mb-4 text-muted text-sm">{t(`stepText.${step}`)}</p>
                {forms[step]}
              </Dialog>
            </li>
          ))}
          {near.map((why) => (
            <li key={why.step}>
              <RefusedStep locale={locale} name={name(why.step)} why={why} />
            </li>
          ))}
        </ul>
      )}
      <RefusedSteps
        locale={locale}
        steps={refused.filter((why) => !near.includes(why)).map((why) => ({ name: name(why.step), why }))}
      />
    </>
  );
}
