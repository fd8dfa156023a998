import { sendActAction } from "#/app/_actions/contract/send-act.ts";
import { PostRegister } from "#/components/post/post-register.tsx";
import { ActPlaces } from "#/components/staff/act-places.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { actsToPost } from "#/db/queries/post.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

const WORDS = [
  ...["lines", "linesHint", "sentOn", "check", "preview", "send", "tracking"],
  ...["act", "party", "state", "willSend", "sent", "nothing"],
] as (
  | "lines"
  | "linesHint"
  | "sentOn"
  | "check"
  | "preview"
  | "send"
  | "tracking"
  | "act"
  | "party"
  | "state"
  | "willSend"
  | "sent"
  | "nothing"
)[];
const TROUBLES = ["form", "check_digit", "no_act", "line", "act_twice", "tracking_twice"] as const;

export default async function PostPage() {
  const { actor, locale, given, read } = await staffPage("contract.send-act");
  const t = translator(locale, "edi");
  const acts = await read(actsToPost);
  const words = Object.fromEntries(WORDS.map((word) => [word, t(`post.${word}`)])) as Record<
    (typeof WORDS)[number],
    string
  >;
  const troubles = Object.fromEntries(TROUBLES.map((one) => [one, t(`s10.${one}`)])) as Record<
    (typeof TROUBLES)[number],
    string
  >;
  return (
    <>
      <PageHead title={t("post.title")} lead={t("post.lead")} above={<ActPlaces locale={locale} actor={actor} />} />
      <div className="grid gap-8">
        <Section title={t("post.waiting")}>
          <Table
            caption={t("post.waiting")}
            rows={acts}
            rowKey={({ contractId }) => contractId}
            empty={<EmptyState title={t("post.none")} />}
            columns={[
              {
                key: "number",
                head: t("post.act"),
                rowHead: true,
                cell: ({ contractId, number }) => (
                  <Link className="link num" href={`/staff/contracts/${contractId}#actions`}>
                    {number}
                  </Link>
                ),
              },
              { key: "party", head: t("post.party"), cell: ({ party }) => party },
              { key: "issued", head: t("post.issuedOn"), cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
            ]}
          />
        </Section>
        {acts.length > 0 && (
          <Section title={t("post.lines")}>
            <PostRegister
              acts={acts.map(({ contractId, version, number, party }) => ({ contractId, version, number, party }))}
              action={sendActAction}
              today={formatDay(given.today)}
              words={words}
              troubles={troubles}
            />
          </Section>
        )}
      </div>
    </>
  );
}
