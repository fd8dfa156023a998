import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; more?: readonly { href: string; title: string }[] };

export function CatalogCrumbs({ locale, more = [] }: Props) {
  const t = translator(locale, "catalog");
  return (
    <Breadcrumbs label={t("staff.title")} steps={[{ href: "/staff/catalog", title: t("staff.title") }, ...more]} />
  );
}
