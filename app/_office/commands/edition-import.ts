import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { lintFacts } from "#/app/_editions/lint-facts.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database, inTenant, type Tx } from "#/db/client.ts";
import { documentBySlug } from "#/db/queries/edition-drafts.ts";
import { type ImportedEdition, type StoredEdition, storeImportedEdition } from "#/db/writes/editions.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { findingKey } from "#/lib/editions/draft-moves.ts";
import { EDITION_KINDS, type EditionText, walk } from "#/lib/editions/edition.ts";
import { importDocument } from "#/lib/editions/import/import-document.ts";
import { IMPORT_MAX_BYTES, type ImportedDocument } from "#/lib/editions/import/imported.ts";
import { lintEdition } from "#/lib/editions/lint/lint-edition.ts";
import type { Finding } from "#/lib/editions/lint/rules.ts";
import { parseClauses } from "#/lib/editions/parse-clauses.ts";
import { parseHead } from "#/lib/editions/parse-markdown.ts";
import { type Answer, type Call, type Command, onlyText, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

const OFFICE = { kind: "system", job: "office" } as const;
const LANGUAGES = ["ru", "be", "en", "kk"] as const;
const SELLERS_OWN = ["offer", "price-list", "usage-rules", "privacy-policy", "cookie-notice"] as const;
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
    ...{ "released-by": { type: "string" }, "accept-findings": { type: "string" } },
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
    const { releasedBy, acceptFindings, ...facts } = asked;
    const edition = { ...NO_FACTS, ...own, ...facts, text: document.text, language };
    try {
      const now = await currentTime();
      const { stored, errors } = await inTenant(database(), OFFICE, async (tx) => {
        const errors = await errorsOf(tx, edition, now);
        const word = { releasedBy, acceptFindings, errors: errors.map(findingKey) };
        return {
          errors,
          stored: await storeImportedEdition(tx, edition, word, { actor: OFFICE, origin: NO_ORIGIN, now }),
        };
      });
      if (stored.ok) return told(document, language, stored.value);
      return stored.error.code === "edition.import_errors" ? held(stored.error, errors) : refused(stored.error);
    } finally {
      await closeDatabase();
    }
  },
};

/** What the seller itself wrote is held to the linter's errors, as a draft is; what others wrote is taken as they wrote it. */
async function errorsOf(tx: Tx, edition: ImportedEdition, now: Date): Promise<Finding[]> {
  const kind = (await documentBySlug(tx, edition.slug))?.kind ?? edition.kind;
  if (!SELLERS_OWN.some((own) => own === kind)) return [];
  const { orderDate, publishedOn, inForceFrom, bindings, seller, sourceUrl, text } = edition;
  const own = { kind, orderDate, publishedOn, inForceFrom, successor: null, bindings, seller, sourceUrl };
  return lintEdition(text, await lintFacts(tx, own, dayInMinsk(now))).errors;
}

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
  const acceptFindings = text("accept-findings")?.trim() ?? null;
  if (acceptFindings !== null && acceptFindings.length < 10)
    throw new WrongCall("--accept-findings: почему текст публикуется с ошибками, не меньше 10 знаков");
  const [sourceUrl, orderNumber, orderDate] = [text("source-url"), text("order-number"), day("order-date")];
  if (sourceUrl !== undefined && !/^https?:\/\/\S+$/.test(sourceUrl))
    throw new WrongCall("--source-url: адрес с https://");
  return {
    ...{ slug, acceptFindings, releasedBy: text("released-by")?.trim() || null },
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

/** The refusal with each error, so that nobody has to ask the linter again. */
function held(refusal: Refusal, errors: readonly Finding[]): Answer {
  const { json, text, ok } = refused(refusal);
  const lines = errors.map(
    ({ rule, clause, text: said }) => `  ${rule}${clause ? `, п. ${clause}` : ""}: ${short(said)}`,
  );
  const findings = errors.map(({ rule, clause, text: said }) => ({ rule, clause, text: said }));
  return { ok, json: { ...json, errors: findings }, text: [text, ...lines].join("\n") };
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
    : `редакция ${stored.number}: опубликована ${formatDay(stored.publishedOn)}, действует с ${formatDay(stored.inForceFrom)}; без второй пары глаз, в журнале`;
