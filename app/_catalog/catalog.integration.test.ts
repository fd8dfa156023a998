import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { makeParty, makeStaff } from "#/app/_testing/fixtures.ts";
import { inTenant, type Tenant, type Tx } from "#/db/client.ts";
import { productById, productsBySlug, publishedProducts, versionsOf } from "#/db/queries/products.ts";
import { evidence, products, productVersions } from "#/db/schema/index.ts";
import { seedProducts } from "#/db/seed/products.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { addProduct, changeProduct } from "#/db/writes/products.ts";
import { productsCsv } from "#/lib/catalog/csv/write-table.ts";
import { cardOf } from "#/lib/catalog/product.ts";
import { cardWith } from "#/lib/catalog/testing.ts";
import { verifyChain } from "#/lib/evidence/chain.ts";
import { editProduct, setStatus } from "./change.ts";
import { importTable } from "./import-table.ts";
import { importedTable } from "./imported.ts";

const { db, owner, ownerUrl } = await testDatabase();
const now = new Date("2026-04-15T12:00:00+03:00");
const sales = await makeStaff(db, "sales");
const who = { actor: sales, origin: NO_ORIGIN, now };
const house = <T>(work: (tx: Tx) => Promise<T>) => inTenant(db, sales, work);

async function added(name: string): Promise<string> {
  const id = await house((tx) => addProduct(tx, { card: cardWith({ name }), move: "add", reason: null }, who));
  if (!id) throw new Error("the address is taken");
  return id;
}

const stored = (text: string) =>
  house(async (tx) => {
    const bytes = new TextEncoder().encode(text);
    const file = { partyId: null, kind: "catalog", name: "каталог.csv", mediaType: "text/csv", bytes } as const;
    return (await insertFile(tx, sales, now, file))!.id;
  });
const planOf = (fileId: string) =>
  house(async (tx) => {
    const read = (await importedTable(tx, sales, fileId))?.read;
    if (!read?.ok) throw new Error(read?.error.code ?? "no file");
    return read.value;
  });
const save = (fileId: string, print: string) => house((tx) => importTable({ tx, ...who, fileId, print }));

describe("a product's history", () => {
  test("every change is a version and an entry of its chain; the address stays", async () => {
    const productId = await added("История");
    const reason = "Разработчик сообщил территорию";
    const card = cardWith({ name: "История 2", slug: "drugoy", territory: "BY, RU" });
    expect(await house((tx) => editProduct({ productId, version: 1, reason, card }, { tx, ...who }))).toMatchObject({
      ok: true,
    });
    expect(await house((tx) => setStatus({ productId, version: 2, reason }, "hidden", { tx, ...who }))).toMatchObject({
      ok: true,
    });
    const [row, versions, chain] = await house(async (tx) => [
      await productById(tx, productId),
      await versionsOf(tx, productId),
      await tx
        .select()
        .from(evidence)
        .where(eq(evidence.chain, `catalog:${productId}`))
        .orderBy(evidence.seq),
    ]);
    expect(row).toMatchObject({
      slug: "istoriya",
      name: "История 2",
      territory: ["BY", "RU"],
      status: "hidden",
      version: 3,
    });
    expect(versions.map(({ version, move, reason: why, changedBy }) => [version, move, why, changedBy])).toEqual([
      [3, "hide", reason, sales.userId],
      [2, "edit", reason, sales.userId],
      [1, "add", null, sales.userId],
    ]);
    expect(versions[0]?.card).toEqual(cardOf(row!));
    expect(chain.map(({ step }) => step)).toEqual(["add-product", "edit-product", "hide-product"]);
    expect(verifyChain(chain)).toEqual([]);
  });

  test("who saw an older version is told so; the same card twice leaves no version", async () => {
    const productId = await added("Двое");
    const reason = "Уточнили";
    const edit = (version: number, name: string) =>
      house((tx) => editProduct({ productId, version, reason, card: cardWith({ name }) }, { tx, ...who }));
    expect((await edit(1, "Двое")).ok).toBe(true);
    expect(await house((tx) => versionsOf(tx, productId))).toHaveLength(1);
    expect((await edit(1, "Двое и один")).ok).toBe(true);
    expect(await edit(1, "Опоздал")).toMatchObject({ ok: false, error: { code: "record.changed" } });
    const before = await house((tx) => productById(tx, productId));
    const stale = { ...before!, version: 1 };
    const change = { card: cardWith({ name: "Опоздал" }), status: "published", move: "edit", reason } as const;
    expect(await house((tx) => changeProduct(tx, stale, change, who))).toBe(false);
    expect(
      await house((tx) => setStatus({ productId, version: 2, reason }, "published", { tx, ...who })),
    ).toMatchObject({
      error: { code: "catalog.status" },
    });
  });
});

describe("the walls", () => {
  test("the public and customers read what is published and nothing of its history", async () => {
    const [shown, hidden] = [await added("Видимый"), await added("Спрятанный")];
    await house((tx) => setStatus({ productId: hidden, version: 1, reason: "Снят" }, "hidden", { tx, ...who }));
    const party = await makeParty(db);
    const customer: Tenant = { kind: "customer", partyId: party.id, userId: party.owner.userId };
    // The application's own condition left out: the wall alone.
    const all = await db.select({ id: products.id }).from(products);
    const theirs = await inTenant(db, customer, (tx) => tx.select({ id: products.id }).from(products));
    for (const seen of [all, theirs]) {
      expect(seen.map(({ id }) => id)).toContain(shown);
      expect(seen.map(({ id }) => id)).not.toContain(hidden);
    }
    expect((await publishedProducts(db)).map(({ id }) => id)).toEqual(expect.arrayContaining([shown]));
    await expect(db.select().from(productVersions)).rejects.toMatchObject({ cause: { code: "42501" } });
    for (const statement of [
      "update products set name = 'x'",
      "insert into product_versions select * from product_versions",
    ])
      await expect(inTenant(db, customer, (tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    await expect(
      inTenant(db, { kind: "system", job: "x" }, (tx) => tx.execute(sql`update products set name = 'x'`)),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("no state without its version, none skipped, nothing deleted or rewritten, not even by the owner", async () => {
    const id = await added("Крепость");
    await expect(owner`update products set name = 'Иное', version = 2 where id = ${id}`).rejects.toMatchObject({
      code: "23001",
    });
    await expect(owner`update products set version = 5 where id = ${id}`).rejects.toMatchObject({ code: "23001" });
    await expect(owner`update products set slug = 'inoe', version = 2 where id = ${id}`).rejects.toMatchObject({
      code: "23001",
    });
    await expect(owner`delete from products where id = ${id}`).rejects.toMatchObject({ code: "23001" });
    await expect(owner`update product_versions set reason = 'x' where product_id = ${id}`).rejects.toMatchObject({
      code: "23001",
    });
    await expect(owner`delete from product_versions where product_id = ${id}`).rejects.toMatchObject({ code: "23001" });
    const silently = owner.begin(async (tx) => {
      await tx`update products set status = 'hidden', version = 2 where id = ${id}`;
      await tx`insert into product_versions select product_id, 2, 'hide', 'hidden', card, changed_at, 'x', null from product_versions where product_id = ${id}`;
    });
    await expect(silently).rejects.toMatchObject({ constraint_name: "product_versions_hidden_why" });
  });
});

describe("an import", () => {
  const table =
    "Название;Разработчик;Что делает;Категория;Территория\nСчётчик;ООО «А»;Считает;Склад;BY\nВесы;ООО «А»;Весит;Склад;Нарния\n";

  test("saves the good rows once: the same table a second time finds nothing to save", async () => {
    const fileId = await stored(table);
    const { plan, print } = await planOf(fileId);
    expect([plan.add.length, plan.change.length, plan.bad.length]).toEqual([1, 0, 1]);
    expect(await save(fileId, print)).toEqual({ ok: true, value: { saved: 1 } });
    const again = await planOf(fileId);
    expect([again.plan.add.length, again.plan.same]).toEqual([0, 1]);
    expect(await save(fileId, again.print)).toMatchObject({ error: { code: "catalog.nothing" } });
    const changed = await stored(table.replace("BY", "BY, RU"));
    const { plan: diff, print: seen } = await planOf(changed);
    expect(diff.change.map(({ fields }) => fields)).toEqual([["territory"]]);
    expect(await save(changed, seen)).toMatchObject({ ok: true });
    const product = (await house((tx) => productsBySlug(tx, ["schetchik"]))).get("schetchik")!;
    const versions = await house((tx) => versionsOf(tx, product.id));
    expect(versions.map(({ move, reason }) => [move, reason])).toEqual([
      ["import", "каталог.csv"],
      ["import", "каталог.csv"],
    ]);
  });

  test("what changed after the preview is shown again, never saved unseen", async () => {
    const fileId = await stored("Название;Разработчик;Что делает;Категория\nЗамок;ООО «А»;Держит;Склад\n");
    const { print } = await planOf(fileId);
    await added("Замок");
    expect(await save(fileId, print)).toMatchObject({ error: { code: "catalog.plan_changed" } });
    expect(await save(crypto.randomUUID(), print)).toMatchObject({ error: { code: "record.not_found" } });
  });
});

test("the first products: read from their tables, published with a version, once; exported, they change nothing", async () => {
  await seedProducts(ownerUrl, now);
  await seedProducts(ownerUrl, now);
  const all = await publishedProducts(db);
  const seeded = all.filter(({ example, slug }) => example || slug === "defiant-apps");
  expect(seeded.filter(({ example }) => example)).toHaveLength(12);
  expect(seeded.filter(({ example }) => !example).map(({ licence }) => licence)).toEqual(["defiant-licence"]);
  // Nobody real is named in an example.
  for (const { supportContact, sourceUrl, example } of seeded)
    if (example) expect(`${supportContact ?? ""} ${sourceUrl}`).toMatch(/\.example/);
  const { plan } = await planOf(await stored(productsCsv(all)));
  expect([plan.add, plan.change, plan.bad, plan.same]).toEqual([[], [], [], all.length]);
});
