import "server-only";

import fs from "node:fs";
import path from "node:path";

import { parseStatement } from "#/lib/statement/parse.ts";
import type { Statement } from "#/lib/statement/statement.ts";
import { defineProof, type House } from "./proof.ts";

const GOLDEN = path.resolve(import.meta.dirname, "../../../lib/statement/golden");
const NEWLINE = 10;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

export const proof = defineProof({
  what: "every digit, line and cut of real statements altered alone: nobody's money changes in silence",
  sizes: { digitsTried: { full: 9, smoke: 1 }, cutsEvery: { full: 1, smoke: 40 } },
  run(house, size) {
    const files = fs
      .readdirSync(GOLDEN)
      .map((name) => ({ name, bytes: new Uint8Array(fs.readFileSync(path.join(GOLDEN, name))) }))
      .filter(({ bytes }) => parseStatement(bytes).ok);
    const counts = { altered: 0, refused: 0, "refused with the line named": 0, "money untouched": 0 };
    for (const { name, bytes } of files) {
      const court = { house, name, money: moneyOf(bytes)!, counts };
      alterDigits(court, bytes, size.digitsTried);
      alterLines(court, bytes);
      for (let at = 0; at < bytes.length; at += size.cutsEvery)
        judge(court, `cut after ${at} bytes`, bytes.subarray(0, at));
    }
    if (files.length < 8) house.violated(`only ${files.length} golden statements were found`);
    return { statements: files.length, ...counts };
  },
});

type Court = { house: House; name: string; money: string; counts: Record<string, number> };

/** All that is money of a file; null for a refused one. */
function moneyOf(bytes: Uint8Array): string | null {
  const result = parseStatement(bytes);
  return result.ok ? factsOf(result.value) : null;
}
const factsOf = ({ opening, closing, lines }: Statement) =>
  [opening, closing, ...lines.map(({ side, amount }) => `${side} ${amount}`).sort()].join("; ");

function alterDigits(court: Court, bytes: Uint8Array, tried: number) {
  for (let at = 0; at < bytes.length; at++) {
    const was = bytes[at];
    if (!isDigit(was)) continue;
    for (let other = 1; other <= tried; other++) {
      const altered = Uint8Array.from(bytes);
      altered[at] = 48 + ((was! - 48 + other) % 10);
      judge(court, `digit at byte ${at} became ${altered[at]! - 48}`, altered);
    }
  }
}

/** Each line once missing, once twice, and once changed for the next. */
function alterLines(court: Court, bytes: Uint8Array) {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    lines.push(bytes.subarray(from, end < 0 ? bytes.length : end + 1));
    from = end < 0 ? bytes.length : end + 1;
  }
  for (const [at, line] of lines.entries()) {
    judge(court, `line ${at + 1} is missing`, Buffer.concat(lines.toSpliced(at, 1)));
    judge(court, `line ${at + 1} is there twice`, Buffer.concat(lines.toSpliced(at, 0, line)));
    const next = lines[at + 1];
    if (next) judge(court, `line ${at + 1} changed places`, Buffer.concat(lines.toSpliced(at, 2, next, line)));
  }
}

function judge({ house, name, money, counts }: Court, what: string, bytes: Uint8Array) {
  const result = parseStatement(bytes);
  counts.altered!++;
  if (!result.ok) {
    counts.refused!++;
    const line = (result.error.params as { line?: unknown } | undefined)?.line;
    if (typeof line === "number") counts["refused with the line named"]!++;
    else if (result.error.code === "statement.balance") house.violated(`${name}, ${what}: a balance without its line`);
    return;
  }
  if (factsOf(result.value) === money) counts["money untouched"]!++;
  else house.violated(`${name}, ${what}: taken with other money`);
}
