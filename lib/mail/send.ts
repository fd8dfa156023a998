import "server-only";

import { createTransport } from "nodemailer";

import { checkEmail } from "#/lib/requisites/email.ts";

export type Outgoing = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets; the same for every attempt, so that a doubled letter is recognised as one. */
  messageId: string;
  attachments: { name: string; mediaType: string; bytes: Uint8Array }[];
};
/**
 * `permanent`: this very letter was refused for good. `code` names the trouble and no person. `reply` is the server's last line as
 * it came ("250 2.0.0 Ok: queued as 4F2"); it may name the recipient, so it is stored with the letter and never logged.
 */
export type SendResult =
  | { ok: true; reply: string | null }
  | { ok: false; permanent: boolean; code: string; reply: string | null };
export type SendMail = (mail: Outgoing) => Promise<SendResult>;

/** Longer than the sum of what one letter may wait for is a server that is away. */
const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Mail over SMTP, one recipient and one connection a letter. `smtp:` to another machine must turn to TLS (`strict`), and nothing
 * in a letter can make us read a file or an address.
 */
export function smtpSender({ url, from, strict }: { url: string; from: string; strict: boolean }): SendMail {
  const { protocol, hostname } = new URL(url);
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const requireTLS = strict && protocol === "smtp:" && !here;
  const transport = createTransport({
    url,
    ...TIMEOUTS,
    requireTLS,
    tls: { rejectUnauthorized: strict, minVersion: "TLSv1.2" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    const to = checkEmail(mail.to);
    if (!to.valid) return { ok: false, permanent: true, code: "EADDRESS", reply: null };
    try {
      const { response } = await transport.sendMail({
        from,
        to: { name: "", address: to.value },
        envelope: { from: addressOf(from), to: [to.value] },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        headers: { "Auto-Submitted": "auto-generated" },
        attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(bytes),
        })),
      });
      return { ok: true, reply: oneReply(response) };
    } catch (error) {
      return failure(error);
    }
  };
}

/** The demonstration has no mail server: a letter is "accepted" by the mailbox page. */
export const mailboxOnly: SendMail = async () => ({ ok: true, reply: null });

const LONGEST_REPLY = 500;

/** A reply of several lines as one, and not longer than a person would read. */
const oneReply = (reply: unknown): string | null =>
  typeof reply === "string" ? reply.replace(/\s+/g, " ").trim().slice(0, LONGEST_REPLY) || null : null;

/** `"Name" <box@host>` → `box@host` */
const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** Only a 5xx about the recipient or the letter itself is final; a wrong password or a closed port is for us to mend. */
export function failure(error: unknown): SendResult {
  const { code, responseCode, response } = error as { code?: unknown; responseCode?: unknown; response?: unknown };
  const name = typeof code === "string" && /^[A-Z0-9_]{1,30}$/.test(code) ? code : "EUNKNOWN";
  const answer = typeof responseCode === "number" ? responseCode : null;
  const permanent = (name === "EENVELOPE" || name === "EMESSAGE") && answer !== null && answer >= 500 && answer < 600;
  return { ok: false, permanent, code: answer === null ? name : `${name} ${answer}`, reply: oneReply(response) };
}
