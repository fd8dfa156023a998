import "server-only";

import fs from "node:fs";
import path from "node:path";

import { lineKeys } from "#/lib/statement/identity.ts";
import { parseStatement } from "#/lib/statement/parse.ts";
import { defineProof, type Random } from "./proof.ts";

const GOLDEN = path.resolve(import.meta.dirname, "../../../lib/statement/golden");
/** Statements of one shape are cut into one another; a family is what one reader reads. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  "client-bank": /^type\d/,
  "1c-exchange": /^1c-/,
  mt940: /^mt940/,
  "camt-053": /^camt/,
};
/** What the formats are made of, and what hangs, overflows or pollutes where a reader is careless. */
const TOKENS = [
  ..."^ ^= = [OUT_PARAM] #### ^DocDate=^ ^Db=-1^ ^Credit=9e9^ ^RestOut=1^ ^Acc=^ 0 . , - 99999999999999999999 __proto__=".split(
    " ",
  ),
  ..."СекцияДокумент= КонецДокумента КонецФайла Сумма=1e3 Сумма=0.001 РасчСчет= Дата=31.02.2026 :61: :86: :62F: -} {4:".split(
    " ",
  ),
  ..."<Ntry> </Ntry> <![CDATA[ ]]> &amp; &#0; <!DOCTYPE <!-- --> <Amt> Ccy= \r\n \n \r \0 \u2028 \u202e \ufeff".split(
    " ",
  ),
].map((token) => Buffer.from(token));

/** Milliseconds of processor for 64 KB; a shorter file may take as long. Other work on the machine does not count. */
const SLOW_MS = 100;
const PIECE = 64 * 1024;
const MAX_RSS = 256 * 1024 * 1024;

export const proof = defineProof({
  what: "files made of real ones by cutting, splicing, repeating and lying: a refusal by name or a statement that adds up",
  sizes: { filesAFormat: { full: 10_000_000, smoke: 400 } },
  run({ random, violated }, { filesAFormat }) {
    const before = process.memoryUsage().rss;
    let grown = 0;
    const refusals = new Set<string>();
    const figures: Record<string, number | string> = {};
    for (const [family, names] of Object.entries(FAMILIES)) {
      const seeds = fs.readdirSync(GOLDEN).filter((name) => names.test(name));
      const files = seeds.map((name) => fs.readFileSync(path.join(GOLDEN, name)));
      let [taken, slowest] = [0, 0];
      for (let run = 0; run < filesAFormat; run++) {
        const file = made(random, files);
        const judged = judge(file);
        if (judged.problem) violated(`${family}: ${judged.problem}: ${file.subarray(0, 300).toString("base64")}`);
        if (judged.refusal === null) taken++;
        else refusals.add(judged.refusal);
        slowest = Math.max(slowest, judged.perPiece);
        if (run % 1000 === 0) grown = Math.max(grown, process.memoryUsage().rss - before);
      }
      figures[`${family}: taken of ${filesAFormat.toLocaleString("en-US")}`] = taken.toLocaleString("en-US");
      figures[`${family}: slowest, ms of CPU for 64 KB`] = slowest.toFixed(1);
      // Otherwise every change is refused at the door and nothing behind it was tried.
      if (taken === 0) violated(`${family}: not one file was taken`);
    }
    if (grown > MAX_RSS) violated(`memory grew by ${(grown / 2 ** 20).toFixed(0)} MB`);
    return { ...figures, "different refusals": refusals.size, "memory grew, MB": (grown / 2 ** 20).toFixed(0) };
  },
});

type Judged = { problem: string | null; refusal: string | null; perPiece: number };

function judge(file: Uint8Array): Judged {
  let took = 0;
  const parse = () => {
    const before = process.threadCpuUsage();
    const result = parseStatement(file);
    const { user, system } = process.threadCpuUsage(before);
    took = ((user + system) / 1000) * (PIECE / Math.max(file.length, PIECE));
    return result;
  };
  try {
    let result = parse();
    // The collector of garbage comes when it likes: a slow file is slow twice.
    if (took >= SLOW_MS) result = parse();
    const slow = took >= SLOW_MS ? `${took.toFixed(0)} ms for 64 KB` : null;
    if (!result.ok) {
      const named = /^statement\.[a-z_]+$/.test(result.error.code);
      return {
        problem: slow ?? (named ? null : `refused as ${result.error.code}`),
        refusal: result.error.code,
        perPiece: took,
      };
    }
    const { opening, closing, lines } = result.value;
    const sum = lines.reduce((all, { side, amount }) => (side === "credit" ? all + amount : all - amount), opening);
    const sound =
      sum === closing &&
      lines.every(({ amount }) => amount > 0n) &&
      new Set(lineKeys(result.value)).size === lines.length;
    return { problem: slow ?? (sound ? null : "taken, and does not add up"), refusal: null, perPiece: took };
  } catch (error) {
    return { problem: `thrown: ${String(error)}`, refusal: null, perPiece: took };
  }
}

/** One to six changes of one file. */
function made(random: Random, files: readonly Buffer[]): Buffer {
  let file = random.pick(files);
  for (let times = 1 + random.int(6); times > 0; times--) file = random.pick(CHANGES)(random, file, files);
  return file;
}

type Change = (random: Random, file: Buffer, files: readonly Buffer[]) => Buffer;

const replaced = (file: Buffer, at: number, cut: number, put: Uint8Array) =>
  Buffer.concat([file.subarray(0, at), put, file.subarray(Math.min(at + cut, file.length))]);
const place = (random: Random, file: Buffer) => random.int(file.length + 1);
/** The line that `at` lies in, its end with it. */
function lineAt(file: Buffer, at: number): { start: number; end: number } {
  const start = file.lastIndexOf(10, Math.max(at - 1, 0)) + 1;
  const end = file.indexOf(10, at);
  return { start: Math.min(start, at), end: end < 0 ? file.length : end + 1 };
}
const someLine = (random: Random, file: Buffer) =>
  lineAt(file, Math.min(place(random, file), Math.max(file.length - 1, 0)));

const CHANGES: readonly Change[] = [
  (random, file) => replaced(file, place(random, file), random.int(60), Buffer.alloc(0)),
  (random, file) => replaced(file, place(random, file), random.int(3), random.pick(TOKENS)),
  (random, file) => replaced(file, place(random, file), 1, Buffer.from([random.int(256)])),
  // A digit for a digit: shape kept, money and days lied about.
  (random, file) => {
    const at = place(random, file);
    const digit = file[at];
    return digit !== undefined && digit >= 48 && digit <= 57
      ? replaced(file, at, 1, Buffer.from([48 + random.int(10)]))
      : file;
  },
  (random, file) => {
    const { start, end } = someLine(random, file);
    return replaced(file, start, end - start, Buffer.alloc(0));
  },
  (random, file) => {
    const { start, end } = someLine(random, file);
    return replaced(file, end, 0, file.subarray(start, end));
  },
  (random, file) => {
    const [from, to] = [someLine(random, file), someLine(random, file)];
    return replaced(file, to.start, 0, file.subarray(from.start, from.end));
  },
  (random, file, files) => {
    const other = random.pick(files);
    const { start, end } = someLine(random, other);
    return replaced(file, someLine(random, file).start, 0, other.subarray(start, end));
  },
  (random, file) => file.subarray(0, place(random, file)),
  // Rarely: a piece of it many times over, where what is more than linear shows.
  (random, file) => {
    if (!random.chance(0.02)) return file;
    const { start, end } = someLine(random, file);
    const piece = file.subarray(start, end);
    const times = Math.floor(PIECE / Math.max(piece.length, 1));
    return replaced(file, end, 0, Buffer.concat(Array.from({ length: Math.min(times, 4000) }, () => piece)));
  },
];
