import { err, ok, type Result } from "#/lib/result.ts";
import { everyPart, parseMime, readHeaders } from "./mime.ts";

/** What happened to a letter at one recipient, as a mail server reports it (RFC 3464, 2.3). */
export type DsnRecipient = {
  /** Lower case; what the sender wrote where the report knows it, else the last address of the way. */
  address: string;
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** RFC 3463: "5.1.1". */
  status: string;
  /** The words of the server that refused, without its "smtp;". */
  diagnostic: string | null;
};
export type Dsn = {
  /** Of the letter that is reported on, with its angle brackets; null where the report brings no headers of it. */
  messageId: string | null;
  reportingMta: string | null;
  recipients: DsnRecipient[];
};
export type DsnRefusal = "dsn.not_a_report" | "dsn.no_recipients";

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const LONGEST = 500;

/** Reads a delivery status notification as it came from the mail server, whole. */
export function parseDsn(source: string): Result<Dsn, DsnRefusal> {
  const root = parseMime(source);
  const parts = everyPart(root);
  const status = parts.find(({ type }) => /^message\/(global-)?delivery-status$/.test(type));
  if (!root.type.startsWith("multipart/") || !status) return err("dsn.not_a_report");
  // Fields of the whole message first, then a group of fields for each recipient, empty lines between them.
  const groups = status.body
    .split(/\n[ \t]*\n/)
    .map(readHeaders)
    .filter((group) => group.size > 0);
  const recipients = groups.flatMap((group) => recipientOf(group) ?? []);
  if (recipients.length === 0) return err("dsn.no_recipients");
  const mta = groups.map((group) => group.get("reporting-mta")).find(Boolean);
  return ok({ messageId: originalId(parts), reportingMta: mta ? afterType(mta) : null, recipients });
}

function recipientOf(group: ReadonlyMap<string, string>): DsnRecipient | null {
  const named = group.get("original-recipient") ?? group.get("final-recipient");
  const action = ACTIONS.find(
    (one) =>
      one ===
      group
        .get("action")
        ?.split(/[\s;(]/, 1)[0]
        ?.toLowerCase(),
  );
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get("status") ?? "")?.[0];
  if (!named || !action || !status) return null;
  const diagnostic = group.get("diagnostic-code");
  return {
    address: afterType(named).replace(/^<|>$/g, "").toLowerCase(),
    action,
    status,
    diagnostic: diagnostic ? afterType(diagnostic).replace(/\s+/g, " ").slice(0, LONGEST) : null,
  };
}

/** "rfc822; box@host" → "box@host" */
const afterType = (value: string): string =>
  (/^[a-z0-9-]+\s*;/i.test(value) ? value.replace(/^[^;]*;/, "") : value).trim();

/** The report's own Message-ID stands in its outermost headers and is not the one. */
function originalId(parts: ReturnType<typeof everyPart>): string | null {
  for (const { type, headers, body } of parts.slice(1)) {
    const original = type === "text/rfc822-headers" || type === "message/global-headers" ? readHeaders(body) : headers;
    const id = /<[^<>\s]+>/.exec(original.get("message-id") ?? "")?.[0];
    if (id) return id;
  }
  return null;
}
