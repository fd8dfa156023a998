import "server-only";

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { documents, editions, prices } from "#/db/schema/index.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { parseEdition } from "#/lib/editions/parse-markdown.ts";

const FILES = ["license-bitrix24-market.ru.md", "price-list.ru.md", "usage-rules.ru.md", "privacy-policy.ru.md"];

/** Publishes the first editions from the files beside, as the owner; an edition that is there already stays as it is. */
export async function seedDocuments(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice() {} });
  const db = drizzle({ client });
  try {
    for (const file of FILES) {
      const parsed = parseEdition(
        await readFile(fileURLToPath(new URL(`./documents/${file}`, import.meta.url)), "utf8"),
      );
      if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error)}`);
      const edition = parsed.value;
      await db.transaction(async (tx) => {
        const [document] = await tx
          .insert(documents)
          .values({ id: crypto.randomUUID(), slug: edition.slug, kind: edition.kind })
          .onConflictDoUpdate({ target: documents.slug, set: { kind: edition.kind } })
          .returning({ id: documents.id });
        const [inserted] = await tx
          .insert(editions)
          .values({
            id: crypto.randomUUID(),
            documentId: document!.id,
            number: edition.number,
            language: edition.language,
            title: edition.text.title,
            subtitle: edition.subtitle,
            example: edition.example,
            sourceUrl: edition.sourceUrl,
            orderNumber: edition.orderNumber,
            orderDate: edition.orderDate === null ? null : asDay(edition.orderDate),
            publishedOn: asDay(edition.publishedOn),
            inForceFrom: asDay(edition.inForceFrom),
            clauses: edition.text.clauses,
            bindings: edition.bindings,
            seller: edition.seller,
            sha256: editionSha256(edition.text, edition.prices),
            createdAt: new Date(`${edition.publishedOn}T00:00:00+03:00`),
          })
          .onConflictDoNothing()
          .returning({ id: editions.id });
        if (inserted && edition.prices.length > 0)
          await tx
            .insert(prices)
            .values(edition.prices.map((row) => ({ id: crypto.randomUUID(), editionId: inserted.id, ...row })));
      });
    }
  } finally {
    await client.end();
  }
}
