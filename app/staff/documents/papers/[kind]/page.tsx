import { notFound } from "next/navigation";

import { sampleOf } from "#/app/_papers/sample.ts";
import { PaperPreview } from "#/components/document/paper-preview.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { templateVersion } from "#/lib/documents/papers.ts";
import { readChoice } from "#/lib/documents/preview/choice.ts";
import { isPreviewed } from "#/lib/documents/preview/model.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../../_page.ts";
import { DeskCrumbs } from "../../_crumbs.tsx";

type Props = { params: Promise<{ kind: string }>; searchParams: Query };

/** One template about invented facts, as it will be printed. */
export default async function PaperPage({ params, searchParams }: Props) {
  const { locale, given, read } = await staffPage("edition.read");
  const { kind } = await params;
  if (!isPreviewed(kind)) notFound();
  const t = translator(locale, "papers");
  const choice = readChoice(await oneOf(searchParams));
  const model = await read((tx) => sampleOf(tx, given.now, kind, choice));
  return (
    <>
      <PageHead
        title={t(`kind.${kind}`)}
        lead={t("sample", { version: templateVersion(kind, choice.language) })}
        above={<DeskCrumbs locale={locale} more={[{ href: "/staff/documents/papers", title: t("title") }]} />}
      />
      {model ? (
        <PaperPreview locale={locale} kind={kind} choice={choice} title={model.title} />
      ) : (
        <EmptyState title={t("noOffer")} />
      )}
    </>
  );
}
