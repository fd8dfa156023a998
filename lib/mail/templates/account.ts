import type { MailBody, MailWords } from "../body.ts";

export type LinkData = { path: string; minutes: number };

type WithLink = "confirmEmail" | "resetPassword" | "invitation" | "staffInvitation";

/** A one-time link; opening it does nothing, the button on its page does. */
export const oneTime =
  (name: WithLink) =>
  (t: MailWords, { path, minutes }: LinkData): MailBody => ({
    subject: t(`account.${name}.subject`),
    paragraphs: [t(`account.${name}.text`), lifeOf(t, minutes), t("account.ignore")],
    facts: [],
    action: { label: t(`account.${name}.action`), path },
  });

const A_DAY = 24 * 60;
const lifeOf = (t: MailWords, minutes: number) =>
  minutes < A_DAY ? t("account.life", { minutes }) : t("account.lifeInDays", { days: minutes / A_DAY });

/** Tells the owner of the address what somebody did or tried with it. */
export const told =
  (name: "alreadyRegistered" | "passwordChanged" | "newDevice") =>
  (t: MailWords, { path }: { path: string }): MailBody => ({
    subject: t(`account.${name}.subject`),
    paragraphs: [t(`account.${name}.text`)],
    facts: [],
    action: { label: t(`account.${name}.action`), path },
  });
