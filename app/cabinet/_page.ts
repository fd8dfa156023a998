import "server-only";

import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";

import { pageActor } from "#/app/_auth/page-actor.ts";
import { currentTime, givenAt } from "#/app/_time/now.ts";
import { database, inTenant, type Tx } from "#/db/client.ts";
import { type Locale, localeOr, translator } from "#/lib/messages/messages.ts";

export type Query = Promise<Record<string, string | string[] | undefined>>;
type Title =
  | "overview"
  | "orders"
  | "invoices"
  | "acts"
  | "portals"
  | "notices"
  | "statement"
  | "company"
  | "people"
  | "order"
  | "addParty"
  | "refunds";

export const pageLocale = async (): Promise<Locale> => localeOr((await headers()).get("x-locale"));

/**
 * What every page of the cabinet begins with: who (a member of a party, or away), the language, the time, and a read-only
 * transaction as that party.
 */
export async function cabinetPage() {
  const actor = await pageActor("customer");
  const locale = await pageLocale();
  const given = await givenAt(database(), await currentTime());
  const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(database(), actor, work, { readOnly: true });
  return { actor, locale, t: translator(locale, "cabinet"), given, read };
}

export const titled = (title: Title) => async (): Promise<Metadata> => ({
  title: translator(await pageLocale(), "layout")(`cabinet.${title}`),
});

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

/** Addresses of the neighbouring pages of a list, its filter kept. */
export function neighbours(path: string, page: { previous: string | null; next: string | null }, filter = {}) {
  const at = (way: "before" | "after", key: string | null) =>
    key && `${path}?${new URLSearchParams({ ...filter, [way]: key })}`;
  return { previous: at("before", page.previous), next: at("after", page.next) };
}
