import { editDraftAction } from "#/app/_actions/edition/edit-draft.ts";
import { DraftBindings } from "#/components/document/draft-bindings.tsx";
import { DraftPrices } from "#/components/document/draft-prices.tsx";
import { DraftSeller } from "#/components/document/draft-seller.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import { DraftFrame, type DraftParams, draftPage, EditNotice, revOf } from "../_draft.tsx";
import { ReadTerms } from "./_read.tsx";

/** What the program obeys of a draft: an offer's numbers and the seller's requisites (7.2), a price list's prices. */
export default async function DraftTermsPage({ params }: { params: DraftParams }) {
  const page = await draftPage(params, async () => null);
  const { locale, t, draft, locked } = page;
  const { kind, bindings, seller, prices } = draft;
  const form = { locale, action: editDraftAction, draft };
  if (kind !== "offer" && kind !== "price-list")
    return (
      <DraftFrame page={page}>
        <EmptyState title={t("terms.none")}>{t("terms.noneText")}</EmptyState>
      </DraftFrame>
    );
  return (
    <DraftFrame page={page}>
      <EditNotice locale={locale} locked={locked} draft={draft} />
      {locked ? (
        <ReadTerms locale={locale} draft={draft} />
      ) : kind === "price-list" ? (
        <Section title={t("prices.title")}>
          <DraftPrices {...form} rev={revOf(prices)} prices={prices} />
        </Section>
      ) : (
        <>
          <Section title={t("seller.title")}>
            <DraftSeller {...form} rev={revOf(seller)} seller={seller} />
          </Section>
          <Section title={t("bindings.title")}>
            <DraftBindings {...form} rev={revOf(bindings)} bindings={bindings} text={draft} />
          </Section>
        </>
      )}
    </DraftFrame>
  );
}
