import { Section } from "#/components/ui/section.tsx";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { forecast } from "#/lib/terms/forecast.ts";
import { forecastWords } from "#/lib/terms/words.ts";
import { SafePayment } from "./safe-payment.tsx";

/** 1.2: whoever is a party of the contract is a resident of Belarus. */
const COUNTRY = "BY";

type Props = { locale: Locale; contract: Contract; given: Given };

/**
 * What comes after the paid period of each portal: until when a payment for the renewal is safe, and what the terms that
 * govern the portal promise after it, with their clause and edition. Nothing for a contract whose access is not open.
 */
export function RenewalForecast({ locale, contract, given }: Props) {
  if (contract.stage !== "active") return null;
  const t = translator(locale, "terms");
  const { calendar, today } = given;
  const open = contract.lines.flatMap(({ id, portal, activeTo }) =>
    activeTo ? [{ id, portal, until: activeTo }] : [],
  );
  if (open.length === 0) return null;
  return (
    <Section title={t("forecast.title")}>
      <ul className="grid gap-5">
        {open.map(({ id, portal, until }) => {
          const coming = forecast(portal, COUNTRY, until, today);
          return (
            <li key={id} className="grid max-w-measure gap-1">
              {coming && <p>{forecastWords(coming, locale).join(" ")}</p>}
              <SafePayment {...{ locale, calendar, until, today }} length={contract.bindings.activationWorkingDays} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
