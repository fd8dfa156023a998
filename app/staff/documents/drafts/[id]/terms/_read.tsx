import { KeyValue } from "#/components/ui/key-value.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { DraftRow } from "#/db/queries/edition-drafts.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type Fact, factsOf, groupOf } from "../_fact-list.ts";

/** The same where nothing may be changed any more. */
export function ReadTerms({ locale, draft }: { locale: Locale; draft: DraftRow }) {
  const t = translator(locale, "editions");
  const facts = factsOf(draft, locale);
  const groups = ["seller", "bindings", "prices"] as const;
  const shown = (group: (typeof groups)[number]) => facts.filter((fact: Fact) => groupOf(fact) === group);
  return groups
    .filter((group) => shown(group).length > 0)
    .map((group) => (
      <Section key={group} title={t(`${group}.title`)}>
        <KeyValue pairs={shown(group).map(({ title, value }) => ({ key: title, value }))} />
      </Section>
    ));
}
