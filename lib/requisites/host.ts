import { mixesAlphabets } from "./homoglyphs.ts";

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Bare: the portal and the e-mail name these refusals each in its own way. */
export type HostReason = "format" | "mixed_alphabets" | "ip" | "local";
export type Host = { ok: true; host: string } | { ok: false; host: string; reason: HostReason };

/** Names that only mean something inside one network. */
const LOCAL = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/;

/**
 * The host of what people paste: an address with or without scheme, sign-in, port, path and trailing dot, in any letter
 * case and alphabet. The answer is lower-case ASCII (IDN as punycode). Uses the platform's URL, alike in Node and browsers.
 */
export function readHost(text: string): Host {
  const trimmed = text.trim();
  const refused = (reason: HostReason, host = "") => ({ ok: false, host, reason }) as const;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed)?.[1];
  if (trimmed === "" || /\s/.test(trimmed) || (scheme && !/^https?$/i.test(scheme))) return refused("format");
  const rest = trimmed.replace(/^(?:https?:)?\/\//i, "");
  const typed = (rest.split(/[/?#\\]/)[0] ?? "").replace(/^.*@/, "");
  if (typed.split(".").some(mixesAlphabets)) return refused("mixed_alphabets");
  const address = `https://${typed}`;
  if (!URL.canParse(address)) return refused("format");
  const host = new URL(address).hostname.replace(/\.$/, "");
  if (/^\[|^\d+(?:\.\d+){3}$/.test(host)) return refused("ip", host);
  const labels = host.split(".");
  if (labels.length < 2 || LOCAL.test(host)) return refused(LABEL.test(labels[0] ?? "") ? "local" : "format", host);
  const top = labels.at(-1) ?? "";
  if (host.length > 253 || !labels.every((label) => LABEL.test(label)) || !/^(?:[a-z]{2,}|xn--.+)$/.test(top)) {
    return refused("format", host);
  }
  return { ok: true, host };
}
