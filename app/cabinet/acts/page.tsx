import { ActList } from "#/components/act/act-list.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { actsPage } from "#/db/queries/cabinet-lists.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, neighbours, oneOf, type Query, titled } from "../_page.ts";

export const generateMetadata = titled("acts");

export default async function Acts({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, read } = await cabinetPage();
  const asked = await oneOf(searchParams);
  const page = await read((tx) => actsPage(tx, actor, readCursor(asked)));
  return (
    <>
      <PageHead title={translator(locale, "layout")("cabinet.acts")} />
      <ActList
        locale={locale}
        rows={page.rows}
        empty={<EmptyState title={t("acts.empty")}>{t("acts.emptyText")}</EmptyState>}
      />
      <Pagination locale={locale} {...neighbours("/cabinet/acts", page)} />
    </>
  );
}
