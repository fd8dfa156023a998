import { changeRoleAction } from "#/app/_actions/party/change-role.ts";
import { inviteMemberAction } from "#/app/_actions/party/invite-member.ts";
import { removeMemberAction } from "#/app/_actions/party/remove-member.ts";
import { InviteForm } from "#/components/party/invite-form.tsx";
import { MemberDialog } from "#/components/party/member-dialog.tsx";
import { peopleWords } from "#/components/party/people-words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { membersOf } from "#/db/queries/parties.ts";
import type { CustomerRole } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, titled } from "../_page.ts";

export const generateMetadata = titled("people");

/** Who may do what for this party; the owner invites, changes roles and takes people out. */
export default async function People() {
  const { actor, locale, t, read } = await cabinetPage();
  const people = await read((tx) => membersOf(tx, actor.partyId));
  const owner = permits(actor, "party.people");
  const owners = people.filter(({ role }) => role === "owner").length;
  const words = peopleWords(locale);
  return (
    <>
      <PageHead
        title={translator(locale, "layout")("cabinet.people")}
        lead={t(owner ? "people.lead" : "people.readOnly")}
      />
      <Table
        caption={t("people.caption")}
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            head: t("people.name"),
            rowHead: true,
            cell: ({ name, userId }) => (userId === actor.userId ? t("people.you", { name }) : name),
          },
          { key: "email", head: t("people.email"), cell: ({ email }) => <span className="break-all">{email}</span> },
          { key: "role", head: t("people.role"), cell: ({ role }) => t(`people.roles.${role as CustomerRole}`) },
          { key: "since", head: t("people.since"), cell: ({ since }) => <DateText day={dayInMinsk(since)} /> },
          ...(owner
            ? [
                {
                  key: "actions",
                  head: <span className="sr-only">{t("people.actions")}</span>,
                  label: t("people.actions"),
                  cell: ({ id, name, role }: (typeof people)[number]) =>
                    role === "owner" && owners === 1 ? (
                      <span className="text-muted text-sm">{t("people.lastOwner")}</span>
                    ) : (
                      <span className="flex flex-wrap justify-end gap-2">
                        <MemberDialog kind="role" action={changeRoleAction} member={{ id, name, role }} words={words} />
                        <MemberDialog
                          kind="remove"
                          action={removeMemberAction}
                          member={{ id, name, role }}
                          words={words}
                        />
                      </span>
                    ),
                },
              ]
            : []),
        ]}
      />
      {owner && (
        <div className="mt-8">
          <Section title={t("people.invite")}>
            <InviteForm action={inviteMemberAction} words={words} />
          </Section>
        </div>
      )}
    </>
  );
}
