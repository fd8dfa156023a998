import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { refuseEditionForContractsAction } from "#/app/_actions/contract/refuse-edition-for-contracts.ts";
import { titleOf } from "#/components/contract/words.ts";
import { EditionFacts } from "#/components/edition/edition-facts.tsx";
import { OwnContracts } from "#/components/edition/own-contracts.tsx";
import { RefuseForm } from "#/components/edition/refuse-form.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { editionOfParty } from "#/db/queries/edition-window.ts";
import { publishedOffers } from "#/db/queries/offer.ts";
import { permits } from "#/lib/access/permissions.ts";
import { impactOfEdition } from "#/lib/contract/edition-impact.ts";
import { diffEditions } from "#/lib/editions/diff/diff-editions.ts";
import { sentenceOf } from "#/lib/editions/diff/sentence.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, pageLocale } from "../../_page.ts";

type Props = { params: Promise<{ edition: string }> };

const numberOf = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) notFound();
  return Number(text);
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = numberOf((await params).edition);
  return { title: translator(await pageLocale(), "publication")("title", { number }) };
}

/** 6.2: a published edition of the offer, what it changes, what it means for one's own contracts, and the way to refuse it. */
export default async function EditionPage({ params }: Props) {
  const { actor, locale, given, read } = await cabinetPage();
  const number = numberOf((await params).edition);
  const found = await read(async (tx) => {
    const edition = await editionOfParty(tx, actor, number);
    return edition && { ...edition, offers: await publishedOffers(tx) };
  });
  if (!found || found.edition.publishedOn > given.today) notFound();
  const { edition, before, contracts, offers } = found;
  const accepted = (id: string) => offers.find((offer) => offer.id === id)?.number ?? null;
  const rows = impactOfEdition(contracts, edition, accepted, given.today);
  const open = rows.filter(({ standing }) => standing === "open");
  const t = translator(locale, "publication");
  return (
    <>
      <PageHead
        title={t("title", { number })}
        lead={edition.title}
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/cabinet/notices", title: translator(locale, "layout")("cabinet.notices") }]}
          />
        }
      />
      <div className="grid gap-8">
        <EditionFacts
          {...{ locale, given, edition, before }}
          changes={before && sentenceOf(diffEditions(before, edition), locale)}
          open={open.map(({ contract }) => contract)}
        />
        <Section title={t("contracts")}>
          <p className="mb-3 text-muted">{t("contractsText")}</p>
          <OwnContracts
            locale={locale}
            rows={rows}
            empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
          />
        </Section>
        {open.length > 0 && (
          <Section title={t("form.title")}>
            {permits(actor, "contract.refuse-edition-for-contracts") ? (
              <RefuseForm
                action={refuseEditionForContractsAction}
                editionId={edition.id}
                contracts={open.map(({ contract }) => ({
                  value: `${contract.id}:${contract.version}`,
                  title: titleOf(contract, locale),
                  portals: contract.lines.map(({ portal }) => portal).join(", "),
                }))}
                words={{
                  ...{
                    title: t("form.title"),
                    final: t("form.final"),
                    lead: t("form.lead"),
                    contracts: t("form.contracts"),
                  },
                  ...{ reason: t("form.reason"), reasonHint: t("form.reasonHint"), submit: t("form.submit") },
                }}
              />
            ) : (
              <p className="text-muted">{t("forbidden")}</p>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
