import type { Page } from "@playwright/test";

import { expectAccessible } from "../fixtures/axe.ts";
import { contractFacts } from "../fixtures/contracts.ts";
import { scan, wordsOf } from "../fixtures/papers.ts";
import { newUnp } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { placeOrder } from "../pages/contract.ts";
import { button } from "../pages/form.ts";
import { fillCompany, register, signUp } from "../pages/way-in.ts";

const pdfFile = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });

/** One byte of the text inside turned over, as somebody who swaps an account would. */
function altered(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf);
  const at = copy.indexOf("stream\n") + 200;
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.getByLabel(ru.verify("file.field")).setInputFiles(file);

test("an invoice is verified by its code, its bytes and its account, by somebody who is not signed in", async ({
  page,
  browserOf,
}) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByLabel(ru.public("home.portal")).fill(`mak-${Date.now().toString(36)}.bitrix24.by`);
  await button(page, ru.public("home.order")).click();
  await signUp(page);
  const unp = newUnp();
  await fillCompany(page, unp);
  await register(page);
  const { invoice } = await contractFacts(await placeOrder(page));
  const pdf = await (await page.request.get(`/api/invoices/${invoice.id}/pdf`)).body();
  const code = /код ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(wordsOf(pdf))?.[1] ?? "";
  expect(code).not.toBe("");

  const stranger = await browserOf();
  const told = stranger.getByRole("main");

  await test.step("a code that was typed wrong is asked for again", async () => {
    await stranger.goto("/verify");
    await expectAccessible(stranger);
    await stranger.getByLabel(ru.verify("page.code")).fill("K7QM");
    await button(stranger, ru.verify("page.check")).click();
    await expect(stranger.getByText(ru.verify("page.wrongCode"))).toBeVisible();
  });

  await test.step("the code leads to number, date, sum and the end of the account, and to nobody's name", async () => {
    await stranger.getByLabel(ru.verify("page.code")).fill(code.toLowerCase());
    await button(stranger, ru.verify("page.check")).click();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(ru.verify("genuine.title"));
    for (const word of [invoice.number, "…0000", code]) await expect(told).toContainText(word);
    await expect(told).toContainText(/можно оплатить до \d\d\.\d\d\.\d{4}/);
    const html = await stranger.content();
    for (const secret of [unp, "Василёк", "BY03ALFA30122J07130010270000"])
      expect(html.split("</main>")[0]).not.toContain(secret);
    await expectAccessible(stranger);
    await picture(stranger, "verify-genuine-1440");
  });

  await test.step("the genuine file is told from an altered and a foreign one, and no byte is sent", async () => {
    const sent: string[] = [];
    stranger.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    await choose(stranger, pdfFile("schet.pdf", pdf));
    await expect(stranger.getByText(ru.verify("file.same"))).toBeVisible();
    await choose(stranger, pdfFile("schet.pdf", altered(pdf)));
    await expect(stranger.getByText(ru.verify("file.other"))).toBeVisible();
    await choose(stranger, scan("chuzhoy.pdf"));
    await expect(stranger.getByText(ru.verify("file.other"))).toBeVisible();
    expect(sent).toEqual([]);
  });

  await test.step("the account of a swindler is told from the seller's", async () => {
    const account = stranger.getByLabel(ru.verify("account.field"));
    await account.fill("BY48 AKBB 3012 0000 0000 0000 0001");
    await button(stranger, ru.verify("account.check")).click();
    await expect(stranger.getByText(ru.verify("account.other"))).toBeVisible();
    await account.fill("by03 alfa 3012 2j07 1300 1027 0000");
    await button(stranger, ru.verify("account.check")).click();
    await expect(stranger.getByText(ru.verify("account.same"))).toBeVisible();
  });

  await test.step("a file without its code is found by its bytes, an altered one is unknown", async () => {
    await stranger.goto("/verify");
    await choose(stranger, pdfFile("schet.pdf", pdf));
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(ru.verify("genuine.fileTitle"));
    await stranger.goto("/verify");
    await choose(stranger, pdfFile("schet.pdf", altered(pdf)));
    await expect(stranger.getByText(ru.verify("unknown.title"))).toBeVisible();
    await stranger.goto("/verify/K7QM2X9D4RTN");
    await expect(stranger.getByText(ru.verify("unknown.title"))).toBeVisible();
    await stranger.setViewportSize({ width: 390, height: 844 });
    await picture(stranger, "verify-unknown-390");
  });
});
