import { CUSTOMER_ROLES } from "#/lib/access/actor.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The words of the forms of people, as plain strings. */
export function peopleWords(locale: Locale) {
  const t = translator(locale, "cabinet");
  return {
    email: t("people.email"),
    emailHint: t("people.emailHint"),
    role: t("people.role"),
    roles: CUSTOMER_ROLES.map((value) => ({
      value,
      title: t(`people.roles.${value}`),
      note: t(`people.notes.${value}`),
    })),
    invite: t("people.inviteSubmit"),
    joined: t("people.joined"),
    invited: t("people.invited"),
    changeRole: t("people.changeRole"),
    saveRole: t("people.saveRole"),
    remove: t("people.remove"),
    removeText: t("people.removeText"),
    removeSubmit: t("people.removeSubmit"),
    close: translator(locale, "common")("dialog.close"),
  };
}
export type PeopleWords = ReturnType<typeof peopleWords>;
