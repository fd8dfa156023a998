import type { Day } from "#/lib/calendar/day.ts";
import type { Account, Source } from "#/lib/ledger/ledger.ts";
import type { Period } from "#/lib/ledger/period.ts";
import { type Kopecks, toDecimal } from "#/lib/money/kopecks.ts";
import { csvOf } from "./csv.ts";
import { plainText } from "./safe-text.ts";
import type { Column } from "./table.ts";

export const ONE_C_FORMATS = ["xml", "csv"] as const;
export type OneCFormat = (typeof ONE_C_FORMATS)[number];

/** One entry of the books as the accounting program takes it. `id` never changes: what came twice is known by it. */
export type OneCRecord = {
  id: string;
  day: Day;
  factDay: Day;
  debit: Account;
  credit: Account;
  amount: Kopecks;
  source: Source;
  document: string | null;
  invoice: string | null;
  partyId: string | null;
  unp: string | null;
  party: string | null;
};

/** Names of fields: of attributes in XML, of columns in CSV; docs/export-1c.md says what stands in each. */
const FIELDS: readonly (Column & { of: keyof OneCRecord })[] = [
  { head: "id", kind: "text", of: "id" },
  { head: "day", kind: "day", of: "day" },
  { head: "factDay", kind: "day", of: "factDay" },
  { head: "debit", kind: "text", of: "debit" },
  { head: "credit", kind: "text", of: "credit" },
  { head: "amount", kind: "money", of: "amount" },
  { head: "source", kind: "text", of: "source" },
  { head: "document", kind: "text", of: "document" },
  { head: "invoice", kind: "text", of: "invoice" },
  { head: "partyId", kind: "text", of: "partyId" },
  { head: "unp", kind: "text", of: "unp" },
  { head: "party", kind: "text", of: "party" },
];

type Records = AsyncIterable<OneCRecord> | Iterable<OneCRecord>;

/** The same entries are the same bytes: neither the hour nor the person of the export stands in the file. */
export const oneCOf = (format: OneCFormat, period: Period, records: Records): AsyncGenerator<Uint8Array> =>
  format === "xml" ? xmlOf(period, records) : csvOf({ name: "1C", columns: FIELDS, rows: cells(records) });

async function* cells(records: Records) {
  for await (const record of records) yield FIELDS.map(({ of }) => record[of]);
}

async function* xmlOf({ from, to }: Period, records: Records): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<entries format="smart-cg-books" version="1" from="${from}" to="${to}" currency="BYN">\n`,
  );
  for await (const record of records) {
    const attributes = FIELDS.flatMap(({ head, of }) => {
      const value = record[of];
      if (value === null) return [];
      return [`${head}="${typeof value === "bigint" ? toDecimal(value) : escaped(value)}"`];
    });
    yield encoder.encode(`  <entry ${attributes.join(" ")}/>\n`);
  }
  yield encoder.encode("</entries>\n");
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const escaped = (text: string) => plainText(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
