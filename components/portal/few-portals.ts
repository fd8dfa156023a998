import { type Locale, translator } from "#/lib/messages/messages.ts";

/** "a.bitrix24.by, b.bitrix24.by и ещё 22": an order is known by its first portals, all of them stand in the table of the contract. */
export function fewPortals(portals: readonly string[], locale: Locale, shown = 3): string {
  const names = portals.slice(0, shown).join(", ");
  const more = portals.length - shown;
  return more > 0 ? `${names} ${translator(locale, "cabinet")("contracts.more", { count: more })}` : names;
}
