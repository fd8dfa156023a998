import { closeMonthAction } from "#/app/_actions/books/close-month.ts";
import { proveBooksAction } from "#/app/_actions/books/prove-books.ts";
import { checksOf } from "#/app/_actions/books/take-close.ts";
import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { CloseForm } from "#/components/books/close-form.tsx";
import { MonthTable } from "#/components/books/month-table.tsx";
import { ProofState } from "#/components/books/proof-state.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { lastProof, proveBooks } from "#/db/queries/book-proof.ts";
import { monthsOfBooks } from "#/db/queries/ledger.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

/** The months of the books; the first open one, or the one asked for, with what stands in the way of closing it. */
export default async function ClosePage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, given, read } = await staffPage("books.read");
  const t = translator(locale, "books");
  const asked = (await oneOf(searchParams)).month;
  const { months, names, proof, month, checks } = await read(async (tx) => {
    const months = await monthsOfBooks(tx);
    const open = months.filter(({ closed }) => closed === null);
    const month = (open.find((one) => one.month === asked) ?? open.at(-1))?.month ?? null;
    const proof = await lastProof(tx);
    // Before the first night nothing is proven, and "in order" would be a guess.
    const findings = proof?.findings ?? (await proveBooks(tx));
    const checks = month ? await checksOf(tx, month, given.now, findings) : [];
    const names = await namesOf(
      tx,
      months.flatMap(({ closed }) => (closed ? [closed.closedBy] : [])),
    );
    return { months, names, proof, month, checks };
  });
  const mayClose = permits(actor, "books.close");
  return (
    <>
      <PageHead title={t("close.title")} lead={t("close.lead")} />
      <BooksTabs locale={locale} current="close" />
      <div className="mt-6 grid gap-8">
        {month && (
          <CloseForm locale={locale} month={month} checks={checks} action={mayClose ? closeMonthAction : null} />
        )}
        <Section title={t("close.proof")}>
          <ProofState locale={locale} proof={proof} />
          {mayClose && (
            <div className="mt-3">
              <StepForm action={proveBooksAction} hidden={{}} label={t("close.proof")}>
                <SubmitButton look="secondary" small>
                  {t("close.proveNow")}
                </SubmitButton>
              </StepForm>
            </div>
          )}
        </Section>
        <Section title={t("close.months")}>
          <MonthTable locale={locale} months={months} names={names} current={month} />
        </Section>
      </div>
    </>
  );
}
