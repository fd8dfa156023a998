import type { Result } from "#/lib/result.ts";
import type { StatementHead, StatementLine, StatementRefusal } from "../statement.ts";

/**
 * A format is a reader that is fed one text line at a time, so the same code reads a string in memory and a stream of
 * any length: it holds one operation, never the file. `push` returns a refusal as soon as one is certain.
 */
export type Reader = {
  push(text: string): StatementRefusal | null;
  end(): Result<StatementHead, StatementRefusal>;
};

export type MakeReader = (emit: (line: StatementLine) => void) => Reader;

/** What a file holds of one key, and where. */
export type Field = { value: string; line: number };
export type Fields = Map<string, Field>;
