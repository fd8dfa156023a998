import { parse } from "csv-parse/sync";

import { expectAccessible } from "../fixtures/axe.ts";
import { eventually } from "../fixtures/eventually.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { button, field, fileField } from "../pages/form.ts";

test("a visitor without JavaScript searches, filters, and reads whose word it is that a licence covers Belarus", async ({
  browserOf,
}) => {
  const page = await browserOf(null, { javaScriptEnabled: false });
  await page.goto("/catalog");
  await picture(page, "catalog");
  const products = page.getByRole("list", { name: ru.catalog("list.label") });
  const found = page.getByRole("status");
  await expect(products.getByRole("listitem")).toHaveCount(13);

  // ё, Latin look-alikes and the order of words do not matter.
  await page.getByLabel(ru.catalog("list.search")).fill("времени учет");
  await page.getByRole("button", { name: ru.catalog("list.find") }).click();
  await expect(page).toHaveURL(/q=/);
  await expect(products.getByRole("heading")).toHaveText(["Учёт рабочего времени «Метроном»"]);

  await page.getByRole("link", { name: ru.catalog("list.reset") }).click();
  await page.getByLabel(ru.catalog("list.belarus")).selectOption("no");
  await page.getByRole("button", { name: ru.catalog("list.find") }).click();
  await expect(found).toContainText("2");
  await expect(products.getByRole("heading")).toHaveText(["Контроль поручений", "Bluebird Dialer"]);
  await page.getByLabel(ru.catalog("list.vendor")).selectOption("ООО «Синий лес»");
  await page.getByRole("button", { name: ru.catalog("list.find") }).click();
  await expect(page.getByText(ru.catalog("list.nothing"))).toBeVisible();

  await page.goto("/catalog/defiant-apps");
  await expect(page.getByText(ru.catalog("product.verdict.yes"))).toBeVisible();
  await expect(page.getByRole("link", { name: ru.catalog("product.order") })).toHaveAttribute("href", "/order");
  await page
    .getByRole("link", { name: /п\. 1\.4/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/documents\/defiant-licence\/2026-02-20#1\.4$/);

  await page.goto("/catalog/bluebird-dialer");
  await expect(page.getByText(ru.catalog("product.verdict.no"))).toBeVisible();
  await expect(page.getByText(ru.catalog("exampleTitle"))).toBeVisible();
});

const TABLE = `Название;Разработчик;Что делает;Категория;Территория;Цена
Журнал визитов;ООО «Проба пера»;Записывает встречи.;CRM;BY;10
Плохая строка;ООО «Проба пера»;Ничего.;CRM;Нарния;20
`;

test("sales import a table after a preview; a change, a hiding and the export leave their traces", async ({
  staff,
  page,
}) => {
  const sales = await staff("sales");
  await test.step("the bad row is named, the good one saved", async () => {
    await sales.goto("/staff/catalog/import");
    await fileField(sales, ru.catalog("import.file")).setInputFiles({
      name: "каталог.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(TABLE),
    });
    await expect(sales.getByText(/каталог\.csv, /)).toBeVisible();
    await button(sales, ru.catalog("import.read")).click();
    await expect(sales.getByRole("row").filter({ hasText: "Плохая строка" })).toContainText("«Нарния» — не страна");
    await expect(sales.getByText("Цена")).toBeVisible();
    await expectAccessible(sales);
    await picture(sales, "catalog-import");
    await button(sales, ru.catalog("import.save", { count: 1 })).click();
    await expect(sales).toHaveURL(/\/staff\/catalog$/);
  });

  await test.step("the site shows it", () =>
    eventually("the product on the site", async () =>
      (await page.request.get("/catalog/zhurnal-vizitov")).status() === 200 ? true : null,
    ));

  await test.step("hidden with a reason, its history says who and why", async () => {
    await sales.getByRole("link", { name: "Журнал визитов" }).click();
    await button(sales, ru.catalog("staff.hide")).click();
    const dialog = sales.getByRole("dialog");
    await field(dialog, ru.catalog("staff.reason")).fill("Разработчик закрыл продукт");
    await button(dialog, ru.catalog("staff.hide")).click();
    await expect(sales.getByText("Разработчик закрыл продукт")).toBeVisible();
    await expect(sales.getByText(ru.catalog("staff.moves.import"))).toBeVisible();
    await eventually("the product gone from the site", async () =>
      (await page.request.get("/catalog/zhurnal-vizitov")).status() === 404 ? true : null,
    );
  });

  await test.step("the export is a table that the import reads without a change", async () => {
    const reply = await sales.request.get("/api/catalog/csv");
    const rows = parse(await reply.text(), { bom: true, delimiter: ";" }) as string[][];
    expect(rows.map(([, name]) => name)).toContain("Журнал визитов");
    await sales.goto("/staff/catalog/import");
    await fileField(sales, ru.catalog("import.file")).setInputFiles({
      name: "export.csv",
      mimeType: "text/csv",
      buffer: await reply.body(),
    });
    await expect(sales.getByText(/export\.csv, /)).toBeVisible();
    await button(sales, ru.catalog("import.read")).click();
    await expect(sales.getByText(ru.catalog("import.nothingText"))).toBeVisible();
  });
});
