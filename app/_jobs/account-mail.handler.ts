import "server-only";

import { z } from "zod";

import { openLink, userToTell } from "#/db/queries/recipients.ts";
import { armLink } from "#/db/writes/mails.ts";
import { LINK_LIFE_MS, LINK_PURPOSES, newLink } from "#/lib/auth/link.ts";
import { ACCOUNT, SIGN_IN } from "#/lib/mail/paths.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import type { Handler } from "./job.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const payload = z.object({
  template: z.enum([...LINK_PURPOSES, "already-registered", "password-changed", "new-device"]),
  userId: z.uuid(),
  linkId: z.uuid().nullable(),
  locale: z.string(),
});

/** Where the letters without a one-time link lead. */
const PAGES = { "already-registered": SIGN_IN, "password-changed": ACCOUNT, "new-device": ACCOUNT };

/**
 * A letter about somebody's account. The token of a one-time link is made here and stands in the letter alone; a link that was
 * spent meanwhile needs no letter any more.
 */
export const accountMail: Handler = async ({ tx, now, real }, message) => {
  const { template, userId, linkId, locale } = payload.parse(message);
  const user = await userToTell(tx, userId);
  if (!user) return undefined;
  const to = { ...user, locale: localeOr(locale) };
  const seller = await sellerToday(tx, now);
  const context = { tx, now, seller, partyId: null, contractId: null, attachments: [] };
  if (template === "already-registered" || template === "password-changed" || template === "new-device") {
    // No object of its own to name: the outbox row is done exactly once, and that is enough.
    const dedupe = `account-mail:${crypto.randomUUID()}`;
    await writeMail({ ...context, dedupe }, template, to, { path: PAGES[template] });
    return undefined;
  }
  const link = linkId && (await openLink(tx, linkId));
  if (!link || !linkId) return undefined;
  // The link's purpose names the letter: colleagues and customers are invited in different words.
  const purpose = z.enum(LINK_PURPOSES).parse(link.purpose);
  const { hash, path } = newLink(purpose);
  await armLink(tx, linkId, { tokenHash: hash, expiresAt: new Date(real.getTime() + LINK_LIFE_MS[purpose]) });
  const minutes = LINK_LIFE_MS[purpose] / 60_000;
  await writeMail({ ...context, dedupe: `${ACCOUNT_MAIL}${linkId}` }, purpose, to, { path, minutes });
  return undefined;
};

/** The key of a letter with a one-time link begins so, and the link's id follows. */
export const ACCOUNT_MAIL = "account-mail:";
