import { Icon } from "#/components/ui/icon.tsx";
import { RefusedButton } from "#/components/ui/why.tsx";
import type { Reason } from "#/lib/contract/why.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { WhyStep } from "./why-step.tsx";
import { type Refused, whyText } from "./why-words.ts";

/** Held by what a person of either side can undo, so the button keeps its place; what waits for its time is only listed. */
export const STANDS: readonly Reason[] = ["role", "partly-paid"];

/** A button that stands where it would be pressed and says why it may not. */
export function RefusedStep({ locale, name, why }: { locale: Locale; name: string; why: Refused }) {
  const t = translator(locale, "why");
  return (
    <RefusedButton name={name} title={t("refusedTitle")} close={t("close")}>
      <WhyStep locale={locale} why={why} />
    </RefusedButton>
  );
}

/** Everything that is closed now, folded away: each with its clause, the reason, since when and what opens it. */
export function RefusedSteps(props: { locale: Locale; steps: readonly { name: string; why: Refused }[] }) {
  const { locale, steps } = props;
  const t = translator(locale, "why");
  if (steps.length === 0) return null;
  return (
    <details className="no-print mt-4">
      <summary className="link inline-block cursor-pointer text-sm">{t("list")}</summary>
      <ul className="mt-3 grid gap-3 text-sm">
        {steps.map(({ name, why }) => (
          <li key={why.step} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
            <Icon name="minus" className="mt-0.5" />
            <span>
              <span className="font-medium">{name}</span>{" "}
              <span className="whitespace-nowrap text-muted">({t("clause", { clause: why.clause })})</span>
              <span className="block max-w-measure text-muted">{whyText(why, locale)}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
