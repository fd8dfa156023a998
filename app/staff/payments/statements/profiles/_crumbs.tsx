import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export const STATEMENTS = "/staff/payments/statements";

/** The way back: statements, then profiles where the page is one of theirs. */
export function Crumbs({ locale, profiles }: { locale: Locale; profiles?: boolean }) {
  const steps = [{ href: STATEMENTS, title: translator(locale, "staff")("statements.title") }];
  if (profiles) steps.push({ href: `${STATEMENTS}/profiles`, title: translator(locale, "tables")("title") });
  return <Breadcrumbs label={translator(locale, "common")("breadcrumbs")} steps={steps} />;
}
