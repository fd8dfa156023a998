import { checkProfileAction } from "#/app/_actions/statement/check-profile.ts";
import { saveProfileAction } from "#/app/_actions/statement/save-profile.ts";
import { TextInput } from "#/components/form/text-input.tsx";
import { MappingForm } from "#/components/payment/mapping-form.tsx";
import { SheetSample } from "#/components/payment/sheet-sample.tsx";
import { Button, LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../../../_page.ts";
import { Crumbs, STATEMENTS } from "../_crumbs.tsx";
import { asked } from "./_mapping.ts";

/** Which column of a bank's table is what, said once on a real file. */
export default async function MapPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, read } = await staffPage("statement.import");
  const t = translator(locale, "tables");
  const query = await oneOf(searchParams);
  const found = await read((tx) => asked(tx, actor, query));
  const upload = <LinkButton href={`${STATEMENTS}/new`}>{t("upload")}</LinkButton>;
  const profile = found && !found.refusal ? found.profile : null;
  const head = (
    <PageHead
      above={<Crumbs locale={locale} profiles />}
      title={profile ? t("map.titleOf", { name: profile.name }) : t("map.title")}
      lead={found ? <span className="wrap-anywhere">{found.file.name}</span> : undefined}
    />
  );
  if (!found)
    return (
      <>
        {head}
        <EmptyState title={t("map.noFile")} action={upload}>
          {t("map.noFileText")}
        </EmptyState>
      </>
    );
  if (found.refusal)
    return (
      <>
        {head}
        <Notice tone="late" title={errorWords(locale)(found.refusal.code, found.refusal.params)} />
        <div className="mt-6">{upload}</div>
      </>
    );
  const { file, sheet, mapping, headings, accounts } = found;
  return (
    <>
      {head}
      <div className="grid gap-8">
        <Section title={t("map.sample")}>
          <SheetSample sheet={sheet} headerRow={mapping.headerRow} label={t("map.sample")} rowWord={t("map.row")} />
          <form method="get" className="form mt-4">
            <input type="hidden" name="file" value={file.id} />
            {profile && <input type="hidden" name="profile" value={profile.id} />}
            <TextInput
              {...{ name: "headings", label: t("map.headings"), hint: t("map.headingsHint"), width: "short" }}
              inputMode="numeric"
              defaultValue={String(mapping.headerRow)}
            />
            <Button type="submit" look="secondary" small>
              {t("map.show")}
            </Button>
          </form>
        </Section>
        <Section title={t("map.columns")}>
          <p className="mb-4 max-w-measure text-muted">{t("map.lead")}</p>
          <div className="max-w-form">
            <MappingForm
              key={mapping.headerRow}
              {...{ locale, profile, mapping, headings, accounts }}
              fileId={file.id}
              save={saveProfileAction}
              check={checkProfileAction}
            />
          </div>
        </Section>
      </div>
    </>
  );
}
