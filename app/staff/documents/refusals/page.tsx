import { answerRefusedEditionAction } from "#/app/_actions/contract/answer-refused-edition.ts";
import { AnswerRefusal } from "#/components/edition/answer-refusal.tsx";
import { EditionTallies } from "#/components/edition/edition-tallies.tsx";
import { RefusalList } from "#/components/edition/refusal-list.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { editionTallies, refusalsOf } from "#/db/queries/staff-refusals.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { DeskCrumbs } from "../_crumbs.tsx";

/** 6.2 from the lawyer's side: who was told of each edition, who refused it, and what was answered. */
export default async function RefusalsPage() {
  const { actor, locale, given, read } = await staffPage("staff.read");
  const t = translator(locale, "publication");
  const { tallies, waiting, answered } = await read(async (tx) => ({
    tallies: await editionTallies(tx),
    waiting: await refusalsOf(tx, "waiting"),
    answered: await refusalsOf(tx, "answered"),
  }));
  const mayAnswer = permits(actor, "contract.answer-refused-edition");
  return (
    <>
      <PageHead title={t("refusals.title")} above={<DeskCrumbs locale={locale} />} lead={t("refusals.lead")} />
      <div className="grid gap-8">
        <Section title={t("refusals.queue")}>
          <RefusalList
            locale={locale}
            caption={t("refusals.queue")}
            rows={waiting}
            answer={
              mayAnswer
                ? (row) => <AnswerRefusal locale={locale} row={row} action={answerRefusedEditionAction} />
                : null
            }
            empty={<EmptyState title={t("refusals.queueEmpty")} />}
          />
        </Section>
        <Section title={t("refusals.tally")}>
          <EditionTallies
            locale={locale}
            today={given.today}
            rows={tallies}
            empty={<EmptyState title={t("refusals.none")}>{t("refusals.noneText")}</EmptyState>}
          />
        </Section>
        <Section title={t("refusals.answered")}>
          <RefusalList
            locale={locale}
            caption={t("refusals.answered")}
            rows={answered}
            answer={null}
            empty={<EmptyState title={t("refusals.answeredEmpty")} />}
          />
        </Section>
      </div>
    </>
  );
}
