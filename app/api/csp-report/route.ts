import { log } from "#/lib/log.ts";

const MAX_BYTES = 8_192;
/** More than this in a minute is a flood, not news. */
const MAX_PER_MINUTE = 60;

let minute = 0;
let seen = 0;

/** Violations of our policy as browsers report them. Only the directive is logged: addresses may carry tokens. */
export async function POST(request: Request): Promise<Response> {
  const now = Math.floor(performance.now() / 60_000);
  if (now !== minute) [minute, seen] = [now, 0];
  if (++seen > MAX_PER_MINUTE) return new Response(null, { status: 429 });
  const text = await head(request);
  const directive =
    text && /"(?:effective-directive|effectiveDirective|violated-directive)"\s*:\s*"([a-z-]{1,40})/.exec(text)?.[1];
  if (!directive) return new Response(null, { status: 400 });
  log.warn({ action: "csp-report", code: directive }, "content security policy violated");
  return new Response(null, { status: 204 });
}

/** The body as text, null where it is longer than any honest report; never more than that is read. */
async function head(request: Request): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
