import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Link } from "#/components/ui/link.tsx";
import type { StaffActor } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const PLACES = [
  ["post", "/staff/acts/post", "contract.send-act"],
  ["scans", "/staff/acts/scans", "scan.intake"],
  ["edi", "/staff/acts/edi", "staff.read"],
] as const satisfies readonly (readonly [string, string, Permission])[];

/** The ways that acts go and come back, beside their queue: by post, off the scanner, through ЭДиН. */
export function ActPlaces({ locale, actor, home = true }: { locale: Locale; actor: StaffActor; home?: boolean }) {
  const t = translator(locale, "edi");
  const places = PLACES.filter(([, , permission]) => permits(actor, permission));
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
      {home && (
        <Breadcrumbs
          label={translator(locale, "common")("breadcrumbs")}
          steps={[{ href: "/staff/acts", title: translator(locale, "staff")("acts.title") }]}
        />
      )}
      <nav aria-label={t("nav.label")} className="no-print flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {places.map(([name, href]) => (
          <Link key={name} className="link" href={href}>
            {t(`nav.${name}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
