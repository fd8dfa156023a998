import "server-only";

import { currentCalendar } from "#/app/_time/calendar.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database } from "#/db/client.ts";
import { discountsFor } from "#/db/queries/discounts.ts";
import { allEditions, type EditionRow, editionByNumber, OFFER, pricesOf } from "#/db/queries/documents.ts";
import { settingsOn, vatAfter } from "#/db/queries/settings.ts";
import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { EDITION_KINDS, type Edition, type EditionKind, type PriceRow } from "#/lib/editions/edition.ts";
import { kept } from "./kept.ts";

/** Publishing shows here at the latest so many milliseconds afterwards. */
const FRESH = 30_000;
/** A published edition never changes (trigger), so its text is only forgotten for want of room. */
const FOR_EVER = Number.POSITIVE_INFINITY;

/** The moved clock of a demonstration is asked for a few times a second, not at every page. */
const clock = kept(200, async () => {
  const real = Date.now();
  return (await currentTime()).getTime() - real;
});

/** Today in Minsk. */
export async function today(): Promise<Day> {
  const offset = await clock();
  return dayInMinsk(new Date(Date.now() + offset));
}

export type Listed = Awaited<ReturnType<typeof allEditions>>[number];

/** Every edition of every document without its text, newest first within a document. */
export const listed = kept(FRESH, () => allEditions(database()));

export const settings = kept(FRESH, (on: string) => settingsOn(database(), asDay(on)));

/** VAT modes that are to come after a day, and everybody's rules off the price list on it. */
export const comingVat = kept(FRESH, (on: string) => vatAfter(database(), asDay(on)));
export const discounts = kept(FRESH, (on: string) => discountsFor(database(), null, asDay(on)));

/** The seller's calendar; an edit shows within ten seconds. */
export const calendar = kept(5000, () => currentCalendar(database()));

const byNumber = kept(FOR_EVER, (slug: string, number: number, language: string) =>
  editionByNumber(database(), slug, number, language),
);
const pricesById = kept(FOR_EVER, (editionId: string) => pricesOf(database(), editionId));

/** An edition with its text and prices, and the sha256 that acceptances are pinned to. */
export type Published = { edition: Edition; sha256: string; title: string };

/** The edition of a document in force on a day; null for an unknown document and before its first one. */
export async function inForce(slug: string, on: Day): Promise<Published | null> {
  const line = currentOf(await editionsOf(slug), on);
  return line ? whole(line) : null;
}

/** The edition with this number, in force or not; null where there is none. */
export async function numbered(slug: string, number: number): Promise<Published | null> {
  // Asked of the list first: a made-up number leaves no mark in memory that is kept for ever.
  const line = (await editionsOf(slug)).find((one) => one.number === number);
  return line ? whole(line) : null;
}

/** The requisites that the offer in force on a day states (7.2): who publishes. Null while nothing is in force. */
export async function sellerOn(on: Day) {
  return (await inForce(OFFER, on))?.edition.seller ?? null;
}

/** All editions of a document, newest first: the Russian ones, or those of its own language where it has no Russian text. */
export async function editionsOf(slug: string): Promise<Listed[]> {
  const all = (await listed()).filter((one) => one.slug === slug);
  const language = all.some((one) => one.language === "ru") ? "ru" : all[0]?.language;
  return all.filter((one) => one.language === language);
}

/** Every edition of a price list with its rows, oldest first: what its history is drawn from. */
export async function pricesOfAll(slug: string): Promise<{ number: number; inForceFrom: Day; prices: PriceRow[] }[]> {
  const all = await Promise.all((await editionsOf(slug)).toReversed().map(whole));
  return all.flatMap((one) => one?.edition ?? []);
}

/** Of one document's editions the one in force on a day, as `editionInForce` finds it. */
const currentOf = (editions: readonly Listed[], on: Day): Listed | undefined =>
  editions
    .filter(({ inForceFrom }) => inForceFrom <= on)
    .toSorted((a, b) =>
      a.inForceFrom === b.inForceFrom ? b.number - a.number : a.inForceFrom < b.inForceFrom ? 1 : -1,
    )
    .at(0);

/** The last day of an edition: the one before the next takes its place; null while nothing followed. */
export async function lastDayOf({ slug, number }: Pick<Edition, "slug" | "number">): Promise<Day | null> {
  const next = (await editionsOf(slug)).findLast((one) => one.number > number);
  return next ? addDays(next.inForceFrom, -1) : null;
}

export type OnShelf = {
  slug: string;
  kind: EditionKind;
  language: Listed["language"];
  /** In force on the day; null before the first one. */
  current: Listed | null;
  /** Published and not in force yet: the first to come. */
  next: Listed | null;
  /** Newest first; never none. */
  editions: readonly [Listed, ...Listed[]];
};

/** One line a document, in the order in which a reader wants them, as it was on a day. */
export async function shelf(on: Day): Promise<OnShelf[]> {
  const rows = (await listed()).toSorted((a, b) => EDITION_KINDS.indexOf(a.kind) - EDITION_KINDS.indexOf(b.kind));
  const lines = [...new Set(rows.map(({ slug }) => slug))].map(async (slug): Promise<OnShelf> => {
    const editions = (await editionsOf(slug)) as [Listed, ...Listed[]];
    const [{ kind, language }] = editions;
    const next = editions.findLast(({ inForceFrom }) => inForceFrom > on) ?? null;
    return { slug, kind, language, current: currentOf(editions, on) ?? null, next, editions };
  });
  return Promise.all(lines);
}

async function whole({ slug, kind, number, language }: Listed): Promise<Published | null> {
  const row = await byNumber(slug, number, language);
  return row ? published(row, kind) : null;
}

async function published(row: EditionRow, kind: EditionKind): Promise<Published> {
  const { title, clauses, sha256, ...facts } = row;
  const prices = kind === "price-list" ? ((await pricesById(row.id)) as PriceRow[]) : [];
  return { title, sha256, edition: { ...facts, kind, text: { title, clauses }, prices } };
}
