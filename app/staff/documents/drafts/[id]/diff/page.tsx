import { DiffView } from "#/components/document/diff-view.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { editionInForce, pricesOf } from "#/db/queries/documents.ts";
import { diffEditions } from "#/lib/editions/diff/diff-editions.ts";
import { sentenceOf } from "#/lib/editions/diff/sentence.ts";
import { translator } from "#/lib/messages/messages.ts";
import { DraftFrame, type DraftParams, draftPage } from "../_draft.tsx";
import { changedFacts, factsOf } from "../_fact-list.ts";

/** What a draft changes against the edition in force: in a sentence, in data, clause by clause. */
export default async function DraftDiffPage({ params }: { params: DraftParams }) {
  const page = await draftPage(params, async (tx, draft, today) => {
    const current = await editionInForce(tx, draft.slug, today, draft.language);
    return current && { ...current, prices: await pricesOf(tx, current.id) };
  });
  const { locale, t, draft, more: current } = page;
  if (!current)
    return (
      <DraftFrame page={page}>
        <EmptyState title={t("diff.first")}>{t("diff.firstText")}</EmptyState>
      </DraftFrame>
    );
  const diff = diffEditions(current, draft);
  const facts = changedFacts(factsOf(current, locale), factsOf(draft, locale));
  return (
    <DraftFrame page={page}>
      <div>
        <p className="text-muted">{t("diff.against", { number: current.number })}</p>
        <p className="mt-2 max-w-measure text-lg">{sentenceOf(diff, locale)}</p>
      </div>
      {facts.length > 0 && (
        <Section title={t("diff.changedFacts")}>
          <Table
            caption={t("diff.changedFacts")}
            rows={facts}
            rowKey={({ key }) => key}
            columns={[
              { key: "fact", head: t("diff.fact"), rowHead: true, cell: ({ title }) => title },
              { key: "was", head: t("diff.was"), cell: ({ was }) => <del>{was ?? "—"}</del> },
              { key: "now", head: t("diff.now"), cell: ({ now }) => <ins>{now ?? "—"}</ins> },
            ]}
          />
        </Section>
      )}
      <div>
        <p className="diff-legend">{translator(locale, "diff")("page.legend")}</p>
        <DiffView diff={diff} locale={locale} language={draft.language} />
      </div>
    </DraftFrame>
  );
}
