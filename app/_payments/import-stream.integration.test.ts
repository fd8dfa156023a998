import { describe, expect, test } from "vitest";

import { bringStatement, fileOf, stray } from "#/app/_testing/prove/statements.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { ok } from "#/lib/result.ts";
import { type ImportLine, importStream } from "./import-stream.ts";

const { db, owner } = await testDatabase();
const now = new Date("2026-04-17T12:00:00+03:00");
const bytes = fileOf(Array.from({ length: 6000 }, (_, n) => ({ ...stray(n % 5), documentNumber: String(n) })));
const count = async () => (await owner`select count(*)::int as n from payments`)[0]!.n as number;

const linesOf = async (response: Response) =>
  (await response.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ImportLine);

describe("the stream of an import", () => {
  test("that is cancelled keeps nothing, and the same file is imported afterwards", async () => {
    let failed: unknown;
    const response = importStream(new AbortController().signal, async (watch) => {
      try {
        return ok(await bringStatement(db, bytes, now, watch));
      } catch (error) {
        failed = error;
        throw error;
      }
    });
    const reader = response.body!.getReader();
    let text = "";
    while (!text.includes('"keep"')) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    await expect.poll(() => failed, { timeout: 20_000 }).toMatchObject({ name: "AbortError" });
    expect(await count()).toBe(0);
    expect(await owner`select id from statements`).toEqual([]);

    const lines = await linesOf(
      importStream(new AbortController().signal, async (watch) => ok(await bringStatement(db, bytes, now, watch))),
    );
    expect(lines[0]).toEqual({ phase: "read", share: 0 });
    expect(lines.at(-1)).toMatchObject({ ok: true, value: { lines: 6000, new: 6000 } });
    const shares = lines.flatMap((line) => ("phase" in line && line.phase === "keep" ? [line.share] : []));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(await count()).toBe(6000);
  }, 60_000);

  test("of a known file is its answer at once; of one that breaks, words and no connection left open", async () => {
    const again = await linesOf(
      importStream(new AbortController().signal, async (watch) => ok(await bringStatement(db, bytes, now, watch))),
    );
    expect(again.at(-1)).toMatchObject({ ok: true, value: { lines: 6000, new: 0, duplicates: 6000 } });
    const broken = await linesOf(
      importStream(new AbortController().signal, () => Promise.reject(new Error("no such thing"))),
    );
    expect(broken.at(-1)).toEqual({ ok: false, error: { code: "system.accident" } });
  });
});
