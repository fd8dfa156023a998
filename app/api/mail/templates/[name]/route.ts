import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { currentActor } from "#/app/_auth/current-actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { log } from "#/lib/log.ts";
import { sampleMail } from "#/lib/mail/templates/samples.ts";
import { isTemplate } from "#/lib/mail/templates.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { LETTER_POLICY } from "#/lib/security-headers.ts";

const missing = () => new Response(null, { status: 404 });

/** The HTML of a letter about its sample, for the frame of the preview: a document of its own that runs and fetches nothing. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return new Response(null, { status: 401 });
    const { name } = await params;
    if (actor.kind !== "staff" || !permits(actor, "mail.read") || !isTemplate(name)) return missing();
    const locale = localeOr(new URL(request.url).searchParams.get("language"));
    return new Response(sampleMail(name, locale).html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": LETTER_POLICY,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const away = isDatabaseAway(error);
    log.error({ action: "mail-preview", err: error }, away ? "database away" : "accident");
    return new Response(null, { status: away ? 503 : 500, headers: away ? { "retry-after": "10" } : {} });
  }
}
