import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { LifeMoves } from "#/components/staff/life-moves.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type ActStatus, LIFE, type Side, STEPS, type Stage, type Step, wordsFor } from "#/lib/contract/machine.ts";
import { staffPage } from "../_page.ts";

type Row = {
  clause: string;
  by: readonly Side[];
  stages: readonly Stage[];
  acts?: readonly ActStatus[];
  toStage?: Stage;
  toAct?: ActStatus | Partial<Record<ActStatus, ActStatus>>;
};
const QUEUES = [
  "activations",
  "payments",
  "unidentified",
  "secondPerson",
  "actsToSend",
  "actsWaiting",
  "actsRefused",
  "moneyQuestions",
  "refundsToDecide",
  "refundsToPrepare",
  "refundsToApprove",
  "refundsAtBank",
  "forceMajeure",
  "privacyRequests",
  "draftsToCheck",
  "draftsToRelease",
  "mailFailed",
] as const;

/** The name of a queue without a figure before it: as it reads when many wait. */
const MANY = 5;

/** The table of life as it is in the program, in words: this page cannot say anything else than what the buttons do. */
export default async function HelpPage() {
  const { t, locale } = await staffPage("staff.read");
  const row = (step: Step): Row => LIFE[step];
  const list = (words: readonly string[]) => words.join(", ");
  return (
    <>
      <PageHead title={t("help.title")} lead={t("help.lead")} />
      <div className="grid gap-8">
        <Section title={t("help.queues")}>
          <dl className="grid gap-4">
            {QUEUES.map((queue) => (
              <div key={queue}>
                <dt className="font-medium">{t(`today.${queue}`, { count: MANY })}</dt>
                <dd className="max-w-measure text-muted">{t(`help.queue.${queue}`)}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={t("help.diagram")}>
          <LifeMoves locale={locale} />
        </Section>
        <Section title={t("help.life")}>
          <Table
            dense
            caption={t("help.life")}
            rows={STEPS}
            rowKey={(step) => step}
            columns={[
              { key: "step", head: t("help.step"), rowHead: true, cell: (step) => t(`step.${step}`) },
              {
                key: "clause",
                head: t("help.clause"),
                cell: (step) => (
                  <a className="link whitespace-nowrap" href={clauseRef(row(step).clause, OFFER_HREF).href}>
                    {t("clause", { clause: row(step).clause })}
                  </a>
                ),
              },
              {
                key: "by",
                head: t("help.by"),
                cell: (step) => (
                  <>
                    {list(row(step).by.map((side) => t(`side.${side}`)))}
                    {wordsFor(step).length > 0 && (
                      <span className="block text-muted">{list(wordsFor(step).map((way) => t(`behalf.${way}`)))}</span>
                    )}
                  </>
                ),
              },
              {
                key: "from",
                head: t("help.from"),
                cell: (step) => (
                  <>
                    {list(row(step).stages.map((stage) => t(`stage.${stage}`)))}
                    {row(step).acts && (
                      <span className="block text-muted">
                        {list(row(step).acts?.map((act) => t(`act.${act}`)) ?? [])}
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: "to",
                head: t("help.to"),
                cell: (step) => {
                  const { toStage, toAct } = row(step);
                  const acts = typeof toAct === "object" ? [...new Set(Object.values(toAct))] : toAct ? [toAct] : [];
                  return (
                    list([...(toStage ? [t(`stage.${toStage}`)] : []), ...acts.map((act) => t(`act.${act}`))]) || "—"
                  );
                },
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
