import type { Route } from "next";
import { notFound, redirect } from "next/navigation";

import { wayOn } from "#/app/_statements/read-statement.ts";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../../../_page.ts";
import { previewFound } from "./_found.ts";
import { Another, Proved, STATEMENTS } from "./_proved.tsx";

/** An uploaded file before it becomes payments: its proof, what is known of it already, its lines; or why it is refused. */
export default async function PreviewPage({ params }: { params: Promise<{ fileId: string }> }) {
  const { actor, locale, t, read } = await staffPage("statement.import");
  const fileId = idOf((await params).fileId);
  const found = await read((tx) => previewFound(tx, actor, fileId));
  if (!found) notFound();
  const { file, refusal, seen } = found;
  const further = refusal && wayOn(refusal, fileId);
  if (further) redirect(further as Route);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: STATEMENTS, title: t("statements.title") }]}
          />
        }
        title={t("preview.title")}
        lead={<span className="break-words">{file.name}</span>}
      />
      {seen ? (
        <Proved {...{ locale, fileId, seen }} />
      ) : (
        <>
          <Notice tone="late" title={t("preview.refused")}>
            <p>{errorWords(locale)(refusal.code, refusal.params)}</p>
          </Notice>
          <div className="mt-6">
            <Another locale={locale} />
          </div>
        </>
      )}
    </>
  );
}
