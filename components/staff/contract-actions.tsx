import type { ReactNode } from "react";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Icon } from "#/components/ui/icon.tsx";
import type { StaffChoice, StaffStep } from "#/lib/contract/staff-steps.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Said in red: nothing takes them back. */
const FINAL: readonly StaffStep[] = ["refuse-activation", "withdraw-for-force-majeure"];

type Props = {
  locale: Locale;
  choices: readonly StaffChoice[];
  /** What stands in the way of steps that this place does not know. */
  place: { stage: string; act: string };
  forms: Partial<Record<StaffStep, ReactNode>>;
  /** What there is to do has a form of its own on the page. */
  below: boolean;
};

/** What the house may do with this contract; what it may not is listed too, each with the reason. */
export function ContractActions({ locale, choices, place, forms, below }: Props) {
  const t = translator(locale, "staff");
  const close = translator(locale, "common")("dialog.close");
  const open = choices.filter(({ state, step }) => state === "open" && forms[step] !== undefined);
  const closed = choices.filter(({ state }) => state !== "open");
  return (
    <>
      {open.length === 0 ? (
        !below && <p className="text-muted">{t("actions.none")}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {open.map(({ step }, at) => (
            <li key={step}>
              <Dialog
                open={t(`step.${step}`)}
                title={t(`step.${step}`)}
                close={close}
                look={step.startsWith("cancel") || FINAL.includes(step) ? "danger" : at === 0 ? "primary" : "secondary"}
              >
                <p className="mb-4 text-muted text-sm">{t(`stepText.${step}`)}</p>
                {forms[step]}
              </Dialog>
            </li>
          ))}
        </ul>
      )}
      <details className="mt-4">
        <summary className="link cursor-pointer text-sm">{t("actions.closed")}</summary>
        <ul className="mt-2 grid gap-1 text-sm">
          {closed.map(({ step, state, clause }) => (
            <li key={step} className="text-muted">
              <Icon name="minus" className="inline-block align-middle" /> {t(`step.${step}`)} ({t("clause", { clause })}
              ): {state === "role" ? t("actions.role") : t("actions.place", { stage: place.stage, act: place.act })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
