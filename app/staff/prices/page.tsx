import { endDiscountAction } from "#/app/_actions/price/end-discount.ts";
import { enterDiscountAction } from "#/app/_actions/price/enter-discount.ts";
import { DiscountPlanForm } from "#/components/staff/discount-plan.tsx";
import { DiscountPreview } from "#/components/staff/discount-preview.tsx";
import { DiscountTable } from "#/components/staff/discount-table.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { momentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { allDiscounts } from "#/db/queries/discounts.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../_page.ts";
import { planned } from "./_planned.ts";

/** Rules off the price list (3.3): who gets what, since when, by whom and why; a new one is seen before it is entered. */
export default async function DiscountsPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, given, read } = await staffPage("discount.read");
  const t = translator(locale, "prices");
  const query = await oneOf(searchParams);
  const may = permits(actor, "discount.enter");
  const { rows, names, draft } = await read(async (tx) => {
    const all = await allDiscounts(tx);
    const people = all.map(({ enteredBy }) => enteredBy);
    return { rows: all, names: await namesOf(tx, people), draft: may ? await planned(tx, query, given.today) : null };
  });
  const refusal = draft?.refusal;
  return (
    <>
      <PageHead
        title={t("staff.title")}
        lead={<p className="max-w-measure">{t("staff.lead")}</p>}
        actions={
          <LinkButton href="/documents/price-list" look="secondary" small>
            {t("staff.toPriceList")}
          </LinkButton>
        }
      />
      <div className="grid gap-10">
        <Section title={t("staff.rules")}>
          {rows.length === 0 ? (
            <EmptyState title={t("staff.none")}>{t("staff.noneText")}</EmptyState>
          ) : (
            <DiscountTable
              locale={locale}
              today={given.today}
              end={may ? endDiscountAction : null}
              rows={rows.map((row) => ({
                ...row,
                entered: t("staff.entered", {
                  name: names.get(row.enteredBy) ?? row.enteredBy,
                  date: momentText(row.enteredAt),
                }),
              }))}
            />
          )}
        </Section>
        {draft && (
          <Section title={t("staff.new")}>
            <DiscountPlanForm
              locale={locale}
              plan={draft.plan}
              wrong={refusal && { field: refusal.field, text: errorWords(locale)(refusal.code) }}
            />
          </Section>
        )}
        {draft?.seen && (
          <div id="preview" className="scroll-mt-20">
            <Section title={t("staff.previewTitle")}>
              <DiscountPreview {...{ locale, ...draft.seen }} plan={draft.plan} action={enterDiscountAction} />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
