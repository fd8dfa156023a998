import { type HostReason, readHost } from "./host.ts";

export type PortalReason = `portal.${HostReason}` | "portal.reserved" | "portal.label";
/** `zone` is what follows "bitrix24." in the address of a cloud portal ("by", "com.br"); it says whose terms govern it. */
export type PortalCheck =
  | { valid: true; host: string; kind: "cloud"; zone: string; reason: null }
  | { valid: true; host: string; kind: "custom"; zone: null; reason: null }
  | { valid: false; host: string; kind: null; zone: string | null; reason: PortalReason };

/** Zones of the Bitrix24 cloud. */
export const CLOUD_ZONES: readonly string[] =
  "by ru kz ua com net eu de fr it es pl uk co.uk in id vn jp cn mx co com.br com.tr".split(" ");

/** Names in every zone that are the operator's own services, not somebody's portal. */
const RESERVED =
  "www helpdesk help support auth auth2 oauth passport network apps app marketplace market partners partner cdn api rest dev training mail status blog".split(
    " ",
  );
const OPERATOR = /(?:^|\.)(?:1c-bitrix\.[a-z]+|bitrixsoft\.com|bitrix\.info)$/;
const LABEL = /^[a-z0-9][a-z0-9-]{1,62}$/;

/** The Bitrix24 portal that a certificate is for (1.7, 3.5): a cloud address or the customer's own domain. */
export function checkPortal(address: string): PortalCheck {
  const read = readHost(address);
  const refused = (reason: PortalReason, host: string, zone: string | null = null) =>
    ({ valid: false, host, kind: null, zone, reason }) as const;
  if (!read.ok) return refused(`portal.${read.reason}`, read.host);
  const host = read.host.replace(/^www\./, "");
  const zone = CLOUD_ZONES.find((one) => host === `bitrix24.${one}` || host.endsWith(`.bitrix24.${one}`));
  if (zone === undefined) {
    if (OPERATOR.test(host)) return refused("portal.reserved", host);
    return readHost(host).ok
      ? { valid: true, host, kind: "custom", zone: null, reason: null }
      : refused("portal.local", host);
  }
  const label = host.slice(0, -`.bitrix24.${zone}`.length);
  if (label === "" || RESERVED.includes(label)) return refused("portal.reserved", host, zone);
  // The cloud gives names out in Latin letters only: punycode here is a Cyrillic look-alike.
  if (!LABEL.test(label) || label.startsWith("xn--")) return refused("portal.label", host, zone);
  return { valid: true, host, kind: "cloud", zone, reason: null };
}
