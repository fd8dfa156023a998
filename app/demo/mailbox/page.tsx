import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { latestMails } from "#/db/queries/mails.ts";
import { translator } from "#/lib/messages/messages.ts";
import { mailbox } from "./_mailbox.ts";
import { MAIL_TONES } from "./_tones.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "mail")("mailbox.title") };
}

/** Every letter of the demonstration, newest first. */
export default async function MailboxPage() {
  const mails = await mailbox((tx) => latestMails(tx, 200));
  const t = translator(await requestLocale(), "mail");
  const refresh = (
    <>
      <LinkButton href="/demo/mailbox/codes" look="secondary">
        {t("mailbox.codes.open")}
      </LinkButton>
      <LinkButton href="/demo/mailbox" look="secondary">
        {t("mailbox.refresh")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHead title={t("mailbox.title")} lead={t("mailbox.lead")} actions={refresh} />
      <Table
        caption={t("mailbox.title")}
        rows={mails}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("mailbox.empty")}>{t("mailbox.emptyText")}</EmptyState>}
        columns={[
          {
            key: "subject",
            head: t("mailbox.subject"),
            rowHead: true,
            cell: ({ id, subject }) => (
              <Link className="link" href={`/demo/mailbox/${id}`}>
                {subject}
              </Link>
            ),
          },
          { key: "to", head: t("mailbox.to"), cell: ({ toAddress }) => <span className="break-all">{toAddress}</span> },
          { key: "at", head: t("mailbox.at"), cell: ({ createdAt }) => <MomentText at={createdAt} /> },
          {
            key: "state",
            head: t("mailbox.state"),
            cell: ({ status }) => <Status tone={MAIL_TONES[status]}>{t(`mailbox.status.${status}`)}</Status>,
          },
        ]}
      />
    </>
  );
}
