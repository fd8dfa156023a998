import { expect, test } from "../fixtures/test.ts";

test("what was in force on a day: today by itself, a day before the first edition, no day at all", async ({ page }) => {
  await page.goto("/documents");
  await expect(page.getByRole("row").filter({ hasText: "Прейскурант" })).toBeVisible();
  await page.getByLabel("Что действовало на дату").fill("2020-03-01");
  await page.getByRole("button", { name: "Показать" }).click();
  await expect(page).toHaveURL(/on=2020-03-01/);
  await expect(page.getByText("Так было 01.03.2020")).toBeVisible();

  await page.goto("/documents/price-list?on=2020-03-01");
  await expect(page.getByText(/В этот день документа ещё не было/)).toBeVisible();
  await page.goto("/documents/price-list?on=2026-02-30");
  await expect(page.getByText("Такой даты нет: 2026-02-30")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Прейскурант");
  await page.goto("/documents/price-list?on=01.02.2026");
  await expect(page.getByText("Так было 01.02.2026")).toBeVisible();
  await page.getByRole("link", { name: "Вернуться к сегодняшнему дню" }).click();
  await expect(page).toHaveURL(/\/documents\/price-list$/);
});

test("the portal check: yes for .by, no for another zone with its reason, «do not know» for an own domain", async ({
  page,
}) => {
  await page.goto("/check");
  const ask = async (portal: string, country = "BY") => {
    await page.getByLabel("Адрес портала").fill(portal);
    await page.getByLabel("Страна клиента").selectOption(country);
    await page.getByRole("button", { name: "Проверить" }).click();
    await page.waitForURL(
      (url) => url.searchParams.get("portal") === portal && url.searchParams.get("country") === country,
    );
  };
  await ask("romashka.bitrix24.by");
  await expect(page.getByText("Да, на romashka.bitrix24.by")).toBeVisible();
  await expect(page.getByRole("link", { name: "Оформить заказ" })).toHaveAttribute(
    "href",
    "/order?portal=romashka.bitrix24.by",
  );
  await ask("romashka.bitrix24.by", "PL");
  await expect(page.getByText(/только резиденты Республики Беларусь/)).toBeVisible();
  await ask("romashka.bitrix24.kz", "KZ");
  await expect(page.getByText("Нет, на romashka.bitrix24.kz")).toBeVisible();
  await expect(page.getByText(/15 календарных дней/)).toBeVisible();
  await page
    .getByRole("link", { name: /п\.\s6\.7/ })
    .first()
    .click();
  await expect(page).toHaveURL(/bitrix24-licence-kz\/2024-11-22#6\.7$/);

  await page.goto("/check?portal=crm.romashka.by&country=BY");
  await expect(page.getByText(/Не знаем: по адресу crm\.romashka\.by/)).toBeVisible();
  await page.goto("/check?portal=www.bitrix24.by&country=BY");
  await expect(page.getByRole("alert").first()).toBeVisible();
});

test("the terms side by side, with what changed between two editions", async ({ page }) => {
  await page.goto("/documents/bitrix24-terms-of-service");
  await expect(page).toHaveURL(/\/2024-12-03$/);
  await page.goto("/documents/compare");
  const row = page
    .getByRole("table", { name: /изменилось/ })
    .getByRole("row")
    .filter({ hasText: "Льготный период" });
  await expect(row).toContainText("изменено");
  await expect(row).toContainText("оператор вправе его отменить");
});
