import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; more?: readonly { href: string; title: string }[] };

/** The way back to the documents. */
export function DeskCrumbs({ locale, more = [] }: Props) {
  return (
    <Breadcrumbs
      label={translator(locale, "common")("breadcrumbs")}
      steps={[{ href: "/staff/documents", title: translator(locale, "editions")("desk.title") }, ...more]}
    />
  );
}
