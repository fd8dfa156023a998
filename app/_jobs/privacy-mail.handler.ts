import "server-only";

import { z } from "zod";

import { requestById } from "#/db/queries/privacy.ts";
import { staffToTell } from "#/db/queries/recipients.ts";
import { OWN_DATA, staffPrivacy } from "#/lib/mail/paths.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import type { Handler } from "./job.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const payload = z.object({ requestId: z.uuid(), template: z.enum(["erasure-asked", "erasure-refused"]) });

/** Both sides learn of a demand and its last day; the person learns of a refusal and why. */
export const privacyMail: Handler = async ({ tx, now }, message) => {
  const { requestId, template } = payload.parse(message);
  const request = await requestById(tx, requestId);
  // Erased meanwhile: the letter that said so was the last one.
  if (!request || request.state === "done") return undefined;
  const seller = await sellerToday(tx, now);
  const context = (to: { key: string }) => ({
    ...{ tx, now, seller, partyId: null, contractId: null, attachments: [] },
    dedupe: `privacy-mail:${requestId}:${template}:${to.key}`,
  });
  const person = { key: request.userId, address: request.email, locale: request.locale };
  if (template === "erasure-refused") {
    await writeMail(context(person), template, person, { path: OWN_DATA, reason: request.reason ?? "" });
    return undefined;
  }
  const { askedOn, dueOn: due } = request;
  await writeMail(context(person), template, person, { path: OWN_DATA, askedOn, due });
  const lawyers = await staffToTell(tx, ["lawyer"]);
  const address = seller.emails.legal;
  for (const to of lawyers.length > 0 ? lawyers : [{ key: address, address, locale: defaultLocale }])
    await writeMail(context(to), "staff-erasure-asked", to, { path: staffPrivacy(requestId), askedOn, due });
  return undefined;
};
