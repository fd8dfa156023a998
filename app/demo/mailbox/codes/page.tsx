import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { realTime } from "#/app/_auth/real-time.ts";
import { requestLocale } from "#/app/_auth/request-locale.ts";
import { clockMoves } from "#/app/_time/now.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { database } from "#/db/client.ts";
import { staffFactors } from "#/db/queries/users.ts";
import { unseal } from "#/lib/auth/secret-box.ts";
import { totpCode } from "#/lib/auth/totp.ts";
import { env } from "#/lib/env.ts";
import { translator } from "#/lib/messages/messages.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "mail")("mailbox.codes.title") };
}

/** The demonstration's stand-in for an authenticator in every pocket. In production there is no such page. */
export default async function CodesPage() {
  if (!clockMoves()) notFound();
  const t = translator(await requestLocale(), "mail");
  const now = realTime();
  const staff = await staffFactors(database());
  const seconds = 30 - (Math.floor(now.getTime() / 1000) % 30);
  const refresh = (
    <LinkButton href="/demo/mailbox/codes" look="secondary">
      {t("mailbox.refresh")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("mailbox.codes.title")} lead={t("mailbox.codes.lead")} actions={refresh} />
      <Table
        caption={t("mailbox.codes.title")}
        rows={staff}
        rowKey={({ userId }) => userId}
        columns={[
          {
            key: "person",
            head: t("mailbox.codes.person"),
            rowHead: true,
            cell: ({ name, email }) => (
              <>
                {name}
                <span className="block break-all text-muted">{email}</span>
              </>
            ),
          },
          { key: "role", head: t("mailbox.codes.role"), cell: ({ role }) => role },
          {
            key: "code",
            head: t("mailbox.codes.code"),
            cell: ({ userId, secret }) => (
              <span className="num text-lg">{totpCode(unseal(env().AUTH_SECRET, userId, secret), now)}</span>
            ),
          },
          {
            key: "left",
            head: t("mailbox.codes.left"),
            end: true,
            cell: () => t("mailbox.codes.seconds", { seconds }),
          },
        ]}
      />
    </>
  );
}
