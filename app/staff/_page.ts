import "server-only";

import { notFound } from "next/navigation";

import { pageActor } from "#/app/_auth/page-actor.ts";
import { requestLocale } from "#/app/_auth/request-locale.ts";
import { currentTime, givenAt } from "#/app/_time/now.ts";
import { database, inTenant, type Tx } from "#/db/client.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/**
 * What every page of the back office begins with: who (a member of staff, or away), may they, the language, the time, and a
 * read-only transaction as the house. For a role without the permission the page does not exist.
 */
export async function staffPage(permission: Permission) {
  const actor = await pageActor("staff");
  if (!permits(actor, permission)) notFound();
  const locale = await requestLocale();
  const given = await givenAt(database(), await currentTime());
  const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(database(), actor, work, { readOnly: true });
  return { actor, locale, t: translator(locale, "staff"), given, read };
}

/** One value of each parameter, trimmed; what was given twice counts once. */
export async function oneOf(query: Query): Promise<Record<string, string | undefined>> {
  const entries = Object.entries(await query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return Object.fromEntries(entries.map(([name, value]) => [name, value?.trim() || undefined]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of an address; anything that is no id is an address that does not exist. */
export function idOf(text: string): string {
  if (!UUID.test(text)) notFound();
  return text;
}
