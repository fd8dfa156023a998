import { err, ok, type Result } from "#/lib/result.ts";
import { encodingOf, piecesOf } from "./decode.ts";
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

/** The same with pauses, each with the share that is done. */
export function* parsing(bytes: Uint8Array, options: ParseOptions = {}): Slices<Result<Statement, StatementRefusal>> {
  const lines: StatementLine[] = [];
  const head = yield* proving(bytes, options, (line) => lines.push(line));
  return head.ok ? ok({ ...head.value, lines }) : head;
}

/** Text lines between two pauses: about a millisecond of work. */
const PAUSE = 1024;

/**
 * The same without holding the file's text or its operations: they go to `emit` as they are read, the head comes last, when the
 * totals have been proved. Until it is `ok`, nothing emitted may be kept.
 */
export function* proving(
  bytes: Uint8Array,
  options: ParseOptions,
  emit: (line: StatementLine) => void,
): Slices<Result<StatementHead, StatementRefusal>> {
  const limit = options.maxBytes ?? STATEMENT_MAX_BYTES;
  if (bytes.length === 0) return err({ code: "statement.empty" });
  if (bytes.length > limit) return err({ code: "statement.too_large", params: { bytes: bytes.length, limit } });
  const binary = binaryKind(bytes);
  if (binary) return err(binary);
  const encoding = yield* encodingOf(bytes);
  if (!encoding.ok) return encoding;
  const pieces = piecesOf(bytes, encoding.value);
  const first: string = pieces.next().value ?? "";
  const format = recognise(first);
  if (!format.ok) return format;
  const head = yield* reading(format.value, linesOf(chained(first, pieces)), bytes.length, emit);
  if (!head.ok) return head;
  const own = (options.ownAccounts ?? []).map((account) => readCode(account));
  if (own.length > 0 && !own.includes(head.value.account))
    return err({ code: "statement.wrong_account", params: { expected: own.join(", "), found: head.value.account } });
  return head;
}

function* chained(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}

function* reading(
  format: Recognised,
  lines: Iterable<string>,
  size: number,
  emit: (line: StatementLine) => void,
): Slices<Result<StatementHead, StatementRefusal>> {
  const reader = READERS[format](emit);
  let read = 0;
  let count = 0;
  for (const line of lines) {
    const refusal = reader.push(line);
    if (refusal) return err(refusal);
    read += line.length + 2;
    if (++count % PAUSE === 0) yield Math.min(1, read / size);
  }
  return reader.end();
}
