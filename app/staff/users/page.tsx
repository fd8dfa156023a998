import { addStaffUserAction } from "#/app/_actions/user/add-staff-user.ts";
import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { staffUsers } from "#/db/queries/staff-users.ts";
import { STAFF_ROLES, type StaffRole } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../_page.ts";

export default async function UsersPage() {
  const { locale, t, read } = await staffPage("user.add-staff");
  const people = await read(staffUsers);
  return (
    <>
      <PageHead
        title={t("users.title")}
        lead={t("users.lead")}
        actions={
          <Dialog
            open={t("users.add")}
            title={t("users.add")}
            close={translator(locale, "common")("dialog.close")}
            look="primary"
          >
            <StepForm action={addStaffUserAction} hidden={{}} label={t("users.add")}>
              <TextInput name="name" label={t("users.name")} autoComplete="off" />
              <TextInput
                name="email"
                type="email"
                label={t("users.email")}
                hint={t("users.emailHint")}
                autoComplete="off"
              />
              <RadioGroup
                name="role"
                label={t("users.role")}
                choices={STAFF_ROLES.map((role) => ({
                  value: role,
                  title: t(`role.${role}`),
                  note: t(`roleText.${role}`),
                }))}
              />
              <SubmitButton>{t("users.invite")}</SubmitButton>
            </StepForm>
          </Dialog>
        }
      />
      <Table
        caption={t("users.title")}
        rows={people}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("users.empty")} />}
        columns={[
          { key: "name", head: t("users.name"), rowHead: true, cell: ({ name }) => name },
          { key: "email", head: t("users.email"), cell: ({ email }) => <span className="break-all">{email}</span> },
          { key: "role", head: t("users.role"), cell: ({ role }) => t(`role.${role as StaffRole}`) },
          {
            key: "state",
            head: t("contracts.state"),
            cell: ({ disabledAt, joined }) =>
              disabledAt ? (
                <Status tone="neutral">{t("users.disabled")}</Status>
              ) : (
                <Status tone={joined ? "done" : "running"}>{t(joined ? "users.works" : "users.invited")}</Status>
              ),
          },
          { key: "since", head: t("users.since"), cell: ({ createdAt }) => <DateText day={dayInMinsk(createdAt)} /> },
        ]}
      />
    </>
  );
}
