import { Section } from "#/components/ui/section.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { DiscountRule } from "#/lib/price-list/discount.ts";
import { discountWords, termWords } from "#/lib/price-list/words.ts";

/** Everybody's rules off the price list, with their days and how they are counted; nothing where there are none. */
export function DiscountList({ locale, rules }: { locale: Locale; rules: readonly DiscountRule[] }) {
  if (rules.length === 0) return null;
  const t = translator(locale, "prices");
  return (
    <Section title={t("public.discounts")}>
      <ul className="grid gap-2">
        {rules.map((rule) => (
          <li key={rule.id}>
            {discountWords(rule, locale)}
            <span className="num text-muted text-sm"> · {termWords(rule, locale)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-measure text-muted text-sm">{t("public.discountsLead")}</p>
    </Section>
  );
}
