import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { type ImportedEdition, type StoredEdition, storeImportedEdition } from "#/db/writes/editions.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { EDITION_KINDS, type EditionText, walk } from "#/lib/editions/edition.ts";
import { importDocument } from "#/lib/editions/import/import-document.ts";
import { IMPORT_MAX_BYTES, type ImportedDocument } from "#/lib/editions/import/imported.ts";
import { parseClauses } from "#/lib/editions/parse-clauses.ts";
import { parseHead } from "#/lib/editions/parse-markdown.ts";
import { type Answer, type Call, type Command, onlyText, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

const OFFICE = { kind: "system", job: "office" } as const;
const LANGUAGES = ["ru", "be", "en", "kk"] as const;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const WHY = {
  "no-dates": "даты не указаны",
  "no-bindings": "сроки и реквизиты этой редакции ещё не заполнены",
  "no-prices": "цены этой редакции ещё не заполнены",
} as const;

/** A document from a file: read, shown with every guess and every cut, and stored as a draft or with dates as an edition. */
export const editionImport: Command = {
  options: {
    ...{ document: { type: "string" }, language: { type: "string" }, kind: { type: "string" } },
    ...{ published: { type: "string" }, "in-force": { type: "string" }, "source-url": { type: "string" } },
    ...{ "order-number": { type: "string" }, "order-date": { type: "string" }, "dry-run": { type: "boolean" } },
  },
  async run(call) {
    const file = onlyText(call, "файл документа");
    const asked = readCall(call);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new WrongCall(`нет такого файла: ${file}`);
    // Asked before reading: a file of gigabytes is refused, not read into memory to be refused.
    if (found.size > IMPORT_MAX_BYTES)
      return refused({ code: "import.too_large", params: { bytes: found.size, limit: IMPORT_MAX_BYTES } });
    const bytes = await readFile(file);
    const read = await importDocument(bytes, path.basename(file));
    if (!read.ok) return refused(read.error);
    const own = ownEdition(bytes);
    const document = { ...read.value, text: own?.text ?? read.value.text };
    const language = asked.language ?? own?.language ?? document.language;
    if (language === null) return refused({ code: "edition.language" });
    if (call.values["dry-run"] === true) return told(document, language, null);
    const edition = { ...NO_FACTS, ...own, ...asked, text: document.text, language };
    try {
      const now = await currentTime();
      const stored = await inTenant(database(), OFFICE, (tx) =>
        storeImportedEdition(tx, edition, { actor: OFFICE, origin: NO_ORIGIN, now }),
      );
      return stored.ok ? told(document, language, stored.value) : refused(stored.error);
    } finally {
      await closeDatabase();
    }
  },
};

const NO_FACTS = {
  ...{ subtitle: null, orderNumber: null, orderDate: null, sourceUrl: null, bindings: null, seller: null },
  prices: [],
} satisfies Partial<ImportedEdition>;

/** An edition file of our own carries its bound numbers, requisites and prices on top; its dates are asked for anew. */
function ownEdition(bytes: Buffer) {
  const parts = parseHead(bytes.toString("utf8"));
  const clauses = parts.ok ? parseClauses(parts.value.body) : null;
  if (!parts.ok || !clauses?.ok || clauses.value.length === 0) return null;
  const { title, subtitle, orderNumber, orderDate, sourceUrl, bindings, seller, prices, language } = parts.value.head;
  const text: EditionText = { title, clauses: clauses.value };
  return { text, language, subtitle, orderNumber, orderDate, sourceUrl, bindings, seller, prices };
}

function readCall({ values }: Call) {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const day = (name: string): Day | null => {
    const typed = text(name);
    const read = typed === undefined ? null : parseDay(typed);
    if (typed !== undefined && read === null) throw new WrongCall(`--${name}: нет такой даты: ${typed}`);
    return read;
  };
  const oneOf = <T extends string>(name: string, all: readonly T[]): T | null => {
    const typed = text(name);
    const known = all.find((one) => one === typed) ?? null;
    if (typed !== undefined && known === null) throw new WrongCall(`--${name}: одно из ${all.join("|")}`);
    return known;
  };
  const slug = text("document");
  if (slug === undefined || !SLUG.test(slug) || slug.length > 80)
    throw new WrongCall("--document: адрес документа из латинских букв, цифр и дефисов, например vendor-licence-a");
  const [sourceUrl, orderNumber, orderDate] = [text("source-url"), text("order-number"), day("order-date")];
  if (sourceUrl !== undefined && !/^https?:\/\/\S+$/.test(sourceUrl))
    throw new WrongCall("--source-url: адрес с https://");
  return {
    slug,
    language: oneOf("language", LANGUAGES),
    kind: oneOf("kind", EDITION_KINDS),
    publishedOn: day("published"),
    inForceFrom: day("in-force"),
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(orderNumber !== undefined && { orderNumber }),
    ...(orderDate !== null && { orderDate }),
  };
}

function refused({ code, params }: Refusal): Answer {
  const text = refusalText(code, params);
  return { ok: false, json: { ok: false, reason: code, params: params ?? {} }, text };
}

function told(document: ImportedDocument, language: string, stored: StoredEdition | null): Answer {
  const { text, wordsIn, wordsOut, dropped, guesses } = document;
  const clauses = [...walk(text.clauses)].map(({ clause }) => ({
    ...{ number: clause.number, heading: clause.heading, text: clause.paragraphs.join("\n") },
  }));
  const json = { title: text.title, language, clauses, wordsIn, wordsOut, dropped, guesses };
  const cut = dropped.reduce((sum, { words }) => sum + words, 0);
  const lines = [
    `${text.title} (${language})`,
    `пунктов: ${clauses.filter(({ number }) => number !== null).length}, слов: ${wordsIn} = ${wordsOut} + ${cut} вырезано`,
    ...dropped.map(
      ({ reason, line, words, text: piece }) => `  вырезано ${reason}, строка ${line}, слов ${words}: ${short(piece)}`,
    ),
    ...guesses.map(
      ({ rule, line, before, after }) => `  догадка ${rule}, строка ${line}: ${short(before)} → ${short(after)}`,
    ),
    ...(stored ? [storedLine(stored)] : ["ничего не сохранено: это проба"]),
  ];
  return { ok: true, json: stored ? { ...json, stored } : json, text: lines.join("\n") };
}

const short = (text: string) => {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};

const storedLine = (stored: StoredEdition) =>
  stored.as === "draft"
    ? `сохранено черновиком: ${WHY[stored.why]}`
    : `редакция ${stored.number}: опубликована ${formatDay(stored.publishedOn)}, действует с ${formatDay(stored.inForceFrom)}`;
