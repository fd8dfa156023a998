import { err, ok, type Result } from "#/lib/result.ts";
import { decoding } from "./decode.ts";
import { readCode } from "./fields.ts";
import { camt053Reader } from "./formats/camt-053.ts";
import { clientBankReader } from "./formats/client-bank.ts";
import type { MakeReader } from "./formats/format.ts";
import { mt940Reader } from "./formats/mt940.ts";
import { oneCExchangeReader } from "./formats/one-c-exchange.ts";
import { linesOf } from "./lines.ts";
import { binaryKind, type Recognised, recognise } from "./recognise.ts";
import { atOnce, type Slices } from "./slices.ts";
import {
  STATEMENT_MAX_BYTES,
  type Statement,
  type StatementHead,
  type StatementLine,
  type StatementRefusal,
} from "./statement.ts";

/** A new format: its reader in `formats/`, its signs in `recognise.ts`, its line here. */
const READERS: Record<Recognised, MakeReader> = {
  "client-bank": clientBankReader,
  "1c-exchange": oneCExchangeReader,
  mt940: mt940Reader,
  "camt-053": camt053Reader,
};

export type ParseOptions = {
  /** Accounts whose statements are taken; absent or empty takes any. */
  ownAccounts?: readonly string[];
  maxBytes?: number;
};

/**
 * A bank's file → a statement whose every kopeck is proved (opening + credits − debits = closing), or the refusal of
 * the whole file. Never throws for anything that the file says.
 */
export const parseStatement = (bytes: Uint8Array, options: ParseOptions = {}): Result<Statement, StatementRefusal> =>
  atOnce(parsing(bytes, options));

/** Text lines between two pauses: about a millisecond of work. */
const PAUSE = 1024;
/** Decoding is this part of the whole. */
const DECODED = 0.15;

/** The same with pauses, each with the share that is done. */
export function* parsing(bytes: Uint8Array, options: ParseOptions = {}): Slices<Result<Statement, StatementRefusal>> {
  const limit = options.maxBytes ?? STATEMENT_MAX_BYTES;
  if (bytes.length === 0) return err({ code: "statement.empty" });
  if (bytes.length > limit) return err({ code: "statement.too_large", params: { bytes: bytes.length, limit } });
  const binary = binaryKind(bytes);
  if (binary) return err(binary);
  const text = yield* decoding(bytes);
  if (!text.ok) return text;
  const format = recognise(text.value);
  if (!format.ok) return format;
  const lines: StatementLine[] = [];
  const head = yield* reading(format.value, text.value, (line) => lines.push(line));
  if (!head.ok) return head;
  const own = (options.ownAccounts ?? []).map((account) => readCode(account));
  if (own.length > 0 && !own.includes(head.value.account))
    return err({ code: "statement.wrong_account", params: { expected: own.join(", "), found: head.value.account } });
  return ok({ ...head.value, lines });
}

/**
 * Feeds lines to a format's reader; operations go to `emit` as they are read, the head comes last, when the totals
 * have been proved. Until it is `ok`, nothing emitted may be kept.
 */
function* reading(
  format: Recognised,
  text: string,
  emit: (line: StatementLine) => void,
): Slices<Result<StatementHead, StatementRefusal>> {
  const reader = READERS[format](emit);
  let read = 0;
  let count = 0;
  for (const line of linesOf(text)) {
    const refusal = reader.push(line);
    if (refusal) return err(refusal);
    read += line.length + 2;
    if (++count % PAUSE === 0) yield DECODED + (1 - DECODED) * Math.min(1, read / text.length);
  }
  return reader.end();
}
