import { bankSource } from "#/app/_bank/source.ts";
import { RefreshWhile } from "#/components/staff/refresh-while.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { bankFetchList, bankLink } from "#/db/queries/bank.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../../_page.ts";
import { Crumbs, STATEMENTS } from "../profiles/_crumbs.tsx";
import { History } from "./_history.tsx";
import { BankState } from "./_state.tsx";

/** The line to the bank: connected or how to connect, what came lately, and what cannot be proved of it. */
export default async function BankPage({ searchParams }: { searchParams: Query }) {
  const { locale, read } = await staffPage("statement.import");
  const t = translator(locale, "bank");
  const { code, state, error } = await oneOf(searchParams);
  const head = <PageHead above={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")} />;
  if (!bankSource())
    return (
      <>
        {head}
        <EmptyState title={t("off")} action={<LinkButton href={`${STATEMENTS}/new`}>{t("upload")}</LinkButton>}>
          {t("offText")}
        </EmptyState>
      </>
    );
  const { link, fetches } = await read(async (tx) => ({ link: await bankLink(tx), fetches: await bankFetchList(tx) }));
  const back = { ...(code && { code }), ...(state && { state }), ...(error && { error }) };
  return (
    <>
      {head}
      <RefreshWhile busy={link?.fetchAskedAt != null} />
      <div className="grid gap-8">
        <BankState {...{ locale, link, back }} />
        <Section title={t("proof")}>
          <p className="max-w-measure">{t("proofText")}</p>
        </Section>
        <Section title={t("history")}>
          <History locale={locale} fetches={fetches} />
        </Section>
      </div>
    </>
  );
}
