import { readHost } from "./host.ts";

export type EmailReason = "email.format" | "email.characters" | "email.length";
export type EmailCheck =
  | { valid: true; value: string; reason: null }
  | { valid: false; value: string; reason: EmailReason };

const CONTROL = /\p{Cc}/u;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/**
 * An address that mail can be sent to. Compatibility forms are folded before anything is judged (a full-width "＠" must
 * not become an "@" later), a line break is refused and never trimmed away (it would add headers to a letter), the domain
 * is lower-case ASCII (почта.бел as punycode). The part before "@" keeps its case: it belongs to the receiving server.
 */
export function checkEmail(text: string): EmailCheck {
  const value = text.normalize("NFKC").trim();
  const refused = (reason: EmailReason) => ({ valid: false, value, reason }) as const;
  if (CONTROL.test(text)) return refused("email.characters");
  const [local = "", domain = "", ...more] = value.split("@");
  if (more.length > 0 || local === "" || domain === "") return refused("email.format");
  if (!LOCAL.test(local)) return refused("email.characters");
  // Only a bare host may follow: "b.by/path" and "b.by:25" are hosts to a URL, but no domain of an address.
  const host = /[/?#:\\[\]%]/.test(domain) || domain.endsWith(".") ? null : readHost(domain);
  if (!host?.ok) return refused(host?.reason === "mixed_alphabets" ? "email.characters" : "email.format");
  if (local.length > 64 || local.length + host.host.length > 253) return refused("email.length");
  return { valid: true, value: `${local}@${host.host}`, reason: null };
}
