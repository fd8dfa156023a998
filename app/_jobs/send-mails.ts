import "server-only";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { realTime } from "#/app/_auth/real-time.ts";
import { clockMoves, currentTime } from "#/app/_time/now.ts";
import type { Db, Tx } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { type MailRow, nextMail } from "#/db/queries/mails.ts";
import { BLANK, mailAccepted, mailNotAccepted, startLinkLife } from "#/db/writes/mails.ts";
import { forgetLastAddresses } from "#/db/writes/privacy.ts";
import { LINK_LIFE_MS, type LinkPurpose } from "#/lib/auth/link.ts";
import { env } from "#/lib/env.ts";
import { log } from "#/lib/log.ts";
import { mailboxOnly, type SendMail, type SendResult, smtpSender } from "#/lib/mail/send.ts";
import { ONE_TIME } from "#/lib/mail/templates.ts";
import { ACCOUNT_MAIL } from "./account-mail.handler.ts";
import { MAIL_BACKOFF, tryAgain } from "./backoff.ts";
import { asJob } from "./job.ts";

/** The mail server of the settings; without one (demonstration, tests) letters are shown on the mailbox page only. */
export function senderOf({ SMTP_URL, MAIL_FROM, APP_MODE } = env()): SendMail {
  return SMTP_URL ? smtpSender({ url: SMTP_URL, from: MAIL_FROM, strict: APP_MODE === "production" }) : mailboxOnly;
}

/**
 * Sends one letter while its row is locked: nobody else sends it, and a killed worker's letter is free at once. A kill between the
 * server's "accepted" and our commit sends it once more, under the same Message-ID. False when nothing was due.
 */
export async function sendNextMail(db: Db, send: SendMail): Promise<boolean> {
  return asJob(db, "send-mails", async (tx) => {
    const mail = await nextMail(tx, { real: realTime(), now: await currentTime(tx) });
    if (!mail) return false;
    await settle(tx, mail, await attempt(tx, mail, send));
    if (mail.template === "erasure-done") await forgetLastAddresses(tx);
    return true;
  });
}

async function attempt(tx: Tx, mail: MailRow, send: SendMail): Promise<SendResult> {
  // Sent again by hand after its secret was taken out: there is nothing left to say.
  if (mail.text === BLANK.text) return { ok: false, permanent: true, code: "ESPENT", reply: null };
  try {
    const attachments = [];
    for (const { fileId, name } of mail.attachments)
      attachments.push({ name, mediaType: "application/pdf", bytes: await fileBytes(tx, fileId) });
    return await send({ ...mail, to: mail.toAddress, attachments });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error({ job: "send-mails", jobId: mail.id, err: error }, "letter could not be put together");
    return { ok: false, permanent: false, code: "EINTERNAL", reply: null };
  }
}

async function settle(tx: Tx, mail: MailRow, result: SendResult) {
  const real = realTime();
  // The mailbox page of a demonstration must still show the link; production keeps no usable secret.
  const blank = ONE_TIME.has(mail.template) && !clockMoves();
  if (result.ok) {
    await mailAccepted(tx, mail.id, { real, blank, reply: result.reply });
    if (ONE_TIME.has(mail.template))
      await startLinkLife(
        tx,
        mail.dedupeKey.slice(ACCOUNT_MAIL.length),
        new Date(real.getTime() + LINK_LIFE_MS[mail.template as LinkPurpose]),
      );
    return;
  }
  const again = result.permanent ? null : tryAgain(MAIL_BACKOFF, mail.attempts + 1, real);
  const { code, reply } = result;
  const fields = { job: "send-mails", jobId: mail.id, attempt: mail.attempts + 1, code };
  if (again) log.warn(fields, "letter not accepted, will be tried again");
  else log.error(fields, "letter failed");
  // Refused by the server in its own words, or given up by us: a letter that we could not even hand over was refused by nobody.
  const refused = result.permanent && reply !== null;
  await mailNotAccepted(tx, mail, { code, reply, again, refused, blank });
}
