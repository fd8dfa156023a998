/** One part of a MIME message: its headers by lower-case name, and its body as text, decoded from its transfer encoding. */
export type MimePart = { type: string; headers: ReadonlyMap<string, string>; body: string; parts: MimePart[] };

/** Deeper or wider than this is no letter but an attack on its reader. */
const DEEPEST = 8;
const MOST_PARTS = 50;

/**
 * Enough of RFC 2045 and 2046 to find the parts of a report: multipart bodies cut at their boundaries, base64 and quoted-printable
 * undone. Broken input gives fewer parts, never an exception.
 */
export function parseMime(source: string, depth = 0): MimePart {
  const [head, raw] = cutHead(source.replace(/\r\n?/g, "\n"));
  const headers = readHeaders(head);
  const { value: type, boundary } = contentType(headers.get("content-type") ?? "text/plain");
  const multipart = type.startsWith("multipart/") && boundary !== null && depth < DEEPEST;
  const body = multipart ? raw : decoded(raw, headers.get("content-transfer-encoding") ?? "");
  const parts = multipart
    ? splitParts(raw, boundary).map((part) => parseMime(part, depth + 1))
    : type === "message/rfc822" && depth < DEEPEST
      ? [parseMime(body, depth + 1)]
      : [];
  return { type, headers, body, parts };
}

/** The part itself and all below it, outermost first. */
export const everyPart = (part: MimePart): MimePart[] => [part, ...part.parts.flatMap(everyPart)];

/** Header lines as a map, folded lines joined; the first of a repeated name counts. */
export function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

function cutHead(source: string): [head: string, body: string] {
  // A part without headers begins with the empty line itself.
  if (source.startsWith("\n")) return ["", source.slice(1)];
  const end = source.indexOf("\n\n");
  return end < 0 ? [source, ""] : [source.slice(0, end), source.slice(end + 2)];
}

function contentType(header: string): { value: string; boundary: string | null } {
  const [value = ""] = header.split(";", 1);
  const found = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(header);
  return { value: value.trim().toLowerCase(), boundary: found?.[1] ?? found?.[2] ?? null };
}

function splitParts(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let current: string[] | null = null;
  for (const line of body.split("\n")) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}` || mark === `--${boundary}--`) {
      if (current) parts.push(current.join("\n"));
      current = mark.endsWith(`${boundary}--`) || parts.length >= MOST_PARTS ? null : [];
      if (current === null) break;
    } else current?.push(line);
  }
  // The last boundary may have been cut off on the way.
  if (current) parts.push(current.join("\n"));
  return parts;
}

function decoded(body: string, encoding: string): string {
  const way = encoding.trim().toLowerCase();
  if (way === "base64") return new TextDecoder().decode(bytesOf(body));
  if (way !== "quoted-printable") return body;
  const soft = body.replace(/[ \t]*=\n/g, "");
  const bytes = new TextEncoder().encode(soft);
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const code =
      bytes[at] === 0x3d ? Number.parseInt(String.fromCharCode(...bytes.slice(at + 1, at + 3)), 16) : Number.NaN;
    if (Number.isNaN(code)) out.push(bytes[at] as number);
    else {
      out.push(code);
      at += 2;
    }
  }
  return new TextDecoder().decode(Uint8Array.from(out));
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/=]/g, "")), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
