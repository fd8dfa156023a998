import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ActivationForm, type ActivationWords } from "./activation-form.tsx";

type Props = {
  locale: Locale;
  contract: Contract;
  given: Given;
  action: Action<unknown>;
  /** Last paid day of each portal of this contract that has access already. */
  runningUntil: ReadonlyMap<string, Day>;
};

const WORDS = [
  "date",
  "dateHint",
  "evidence",
  "evidenceHint",
  "note",
  "noteHint",
  "button",
  "future",
  "unclear",
] as const;

/** Clause 3.5: one form for each portal that waits for access; what is switched on already stands above as a sentence. */
export function ActivationSection({ locale, contract, given, action, runningUntil }: Props) {
  const t = translator(locale, "staff");
  const months = translator(locale, "contract");
  const { acceptedOn } = contract;
  if (!acceptedOn) return null;
  const words = Object.fromEntries(WORDS.map((key) => [key, t(`activation.${key}`)]));
  // Filled in by the form as the date is typed.
  const holes = { from: "{from}", to: "{to}", until: "{until}", acceptedOn: "{acceptedOn}", portal: "{portal}" };
  const filled = Object.fromEntries(
    (["period", "continues", "early", "label"] as const).map((key) => [key, t(`activation.${key}`, holes)]),
  );
  return (
    <div id="activation">
      <Section title={t("activation.title")}>
        <div className="grid gap-8">
          {contract.lines.map((line) =>
            line.activeFrom && line.activeTo ? (
              <p key={line.id}>
                {t("activation.done", {
                  portal: line.portal,
                  from: formatDay(line.activeFrom),
                  to: formatDay(line.activeTo),
                })}
              </p>
            ) : (
              <div key={line.id}>
                <h3 className="mb-3 break-words">
                  {line.portal} · {months("months", { count: line.months })}
                </h3>
                <ActivationForm
                  action={action}
                  contractId={contract.id}
                  version={contract.version}
                  line={{ id: line.id, portal: line.portal, months: line.months }}
                  today={given.today}
                  acceptedOn={acceptedOn}
                  runningUntil={runningUntil.get(line.portal) ?? null}
                  periodStart={given.settings.periodStart}
                  words={{ ...words, ...filled } as ActivationWords}
                />
              </div>
            ),
          )}
        </div>
      </Section>
    </div>
  );
}
