import type { Metadata } from "next";

import { askErasureAction } from "#/app/_actions/privacy/ask-erasure.ts";
import { withdrawErasureAction } from "#/app/_actions/privacy/withdraw-erasure.ts";
import { pageActor } from "#/app/_auth/page-actor.ts";
import { PRIVACY, planFor } from "#/app/_privacy/plan-for.ts";
import { currentTime, givenAt } from "#/app/_time/now.ts";
import { ErasureSection } from "#/components/privacy/erasure-section.tsx";
import { HeldTable } from "#/components/privacy/held-table.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { database, inTenant } from "#/db/client.ts";
import { requestsOf } from "#/db/queries/privacy.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { pageLocale } from "../../_page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await pageLocale(), "privacy")("title") };
}

/** What is held about the person who asks (99-З, art. 11), to read and to take along, and their request to be erased (art. 13). */
export default async function OwnDataPage() {
  const actor = await pageActor("newcomer-or-customer");
  const locale = await pageLocale();
  const { calendar, today } = await givenAt(database(), await currentTime());
  const t = translator(locale, "privacy");
  const { found, requests } = await inTenant(
    database(),
    PRIVACY,
    async (tx) => ({ found: await planFor(tx, actor.userId), requests: await requestsOf(tx, actor.userId) }),
    { readOnly: true },
  );
  if (!found) throw new Error("an actor without an account");
  const { user, plan } = found;
  const roles = translator(locale, "cabinet");
  const parties = plan.parties.map(({ name: party, role }) =>
    t("held.partyRole", { party, role: roles(`people.roles.${role}`).toLowerCase() }),
  );
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={t("title")}
            steps={[{ href: "/cabinet/account", title: translator(locale, "auth")("account.title") }]}
          />
        }
        title={t("title")}
        lead={t("lead")}
      />
      <div className="flex flex-col gap-10">
        <Section title={t("held.title")}>
          <KeyValue
            pairs={[
              { key: t("held.name"), value: user.name },
              { key: t("held.email"), value: <span className="break-all">{user.email}</span> },
              { key: t("held.since"), value: formatDay(dayInMinsk(user.createdAt)) },
              { key: t("held.parties"), value: parties.join("; ") || t("held.none") },
            ]}
          />
          <div className="my-6">
            <HeldTable locale={locale} plan={plan} />
          </div>
          <p>
            <FileLink locale={locale} href="/api/privacy/data" title={t("held.download")} kind="JSON" />
          </p>
          <p className="mt-1 max-w-measure text-muted text-sm">
            {t("held.downloadText")}{" "}
            <Link className="link" href="/documents/privacy-policy">
              {t("held.policy")}
            </Link>
          </p>
        </Section>
        <ErasureSection
          {...{ locale, calendar, today, plan }}
          request={requests[0] ?? null}
          ask={askErasureAction}
          withdraw={withdrawErasureAction}
        />
      </div>
    </>
  );
}
