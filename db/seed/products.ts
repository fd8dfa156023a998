import "server-only";

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { products, productVersions } from "#/db/schema/index.ts";
import { planImport } from "#/lib/catalog/csv/plan-import.ts";
import { readTable } from "#/lib/catalog/csv/read-table.ts";

/** Invented vendors are examples, and pages say so; the vendor whose licence the library has is not. */
const FILES = [
  { file: "vendors.csv", example: false },
  { file: "examples.csv", example: true },
] as const;
const BY = "seed";
const REASON = "Первое наполнение каталога";

/** The first products of the catalogue from the tables beside, as the owner; a product that is there already stays as it is. */
export async function seedProducts(ownerUrl: string, now: Date): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice() {} });
  const db = drizzle({ client });
  try {
    for (const { file, example } of FILES) {
      const read = readTable(await readFile(fileURLToPath(new URL(`./catalog/${file}`, import.meta.url))));
      if (!read.ok) throw new Error(`${file}: ${read.error.code}`);
      const { add, bad } = planImport(read.value, new Map());
      if (bad.length > 0) throw new Error(`${file}: ${JSON.stringify(bad)}`);
      await db.transaction(async (tx) => {
        for (const { card } of add) {
          const state = { status: "published", version: 1, changedAt: now } as const;
          const [inserted] = await tx
            .insert(products)
            .values({ id: crypto.randomUUID(), ...card, ...state, example })
            .onConflictDoNothing({ target: products.slug })
            .returning({ id: products.id });
          if (inserted)
            await tx
              .insert(productVersions)
              .values({ productId: inserted.id, ...state, card, move: "import", changedBy: BY, reason: REASON });
        }
      });
    }
  } finally {
    await client.end();
  }
}
