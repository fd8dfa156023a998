import { expectAccessible } from "../fixtures/axe.ts";
import { contractFacts, paymentOf } from "../fixtures/contracts.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { scan, wordsOf } from "../fixtures/papers.ts";
import { newUnp } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { statementFile } from "../fixtures/statement.ts";
import { expect, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { activate, importStatement, placeOrder, sendAct } from "../pages/contract.ts";
import { button, dialog, field, fileField, link, tick } from "../pages/form.ts";
import { fillCompany, register, signUp, unpField } from "../pages/way-in.ts";

test("a company: from the price list to the signed act, and on to the next period", async ({ page, staff }) => {
  test.setTimeout(240_000);
  const portal = `vasilek-${Date.now().toString(36)}.bitrix24.by`;
  const unp = newUnp();
  const opened = performance.now();
  let email = "";
  let contractId = "";

  await test.step("the price list leads to the order", async () => {
    await page.goto("/documents/price-list");
    await expect(page.getByRole("table").first()).toContainText("BYN");
    await page.goto("/");
    await page.getByLabel(ru.public("home.portal")).fill(`https://${portal.toUpperCase()}/company/personal/`);
    await button(page, ru.public("home.order")).click();
  });

  await test.step("a new customer signs up by the link in the letter", async () => {
    email = await signUp(page);
  });

  await test.step("a wrong УНП is told beside its field, and nothing typed is lost", async () => {
    await fillCompany(
      page,
      unp.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
    );
    await register(page);
    await expect(unpField(page)).toHaveAttribute("aria-invalid", "true");
    await expect(unpField(page)).toHaveAccessibleDescription(/\S/);
    await expect(field(page, ru.cabinet("company.fields.shortName"))).toHaveValue("ООО «Василёк»");
    await expectAccessible(page);
    await picture(page, "journey-wrong-unp");
    await unpField(page).fill(`УНП ${unp.slice(0, 3)} ${unp.slice(3)}`);
    await register(page);
  });

  await test.step("the order knows the portal, and the invoice is there at once", async () => {
    await expect(page).toHaveURL(/\/cabinet\/orders\/new/);
    await expect(field(page, ru.cabinet("order.portal"))).toHaveValue(portal);
    contractId = await placeOrder(page);
    expect(performance.now() - opened, "three minutes from the price list to the invoice").toBeLessThan(180_000);
    await expect(page.getByRole("heading", { name: ru.contract("payment.title") })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(portal);
  });

  const contract = await contractFacts(contractId);
  const { number } = contract.invoice;

  await test.step("the invoice is a PDF with both parties and the purpose, and came by mail too", async () => {
    const pdf = await page.request.get(`/api/invoices/${contract.invoice.id}/pdf`);
    const text = wordsOf(await pdf.body());
    for (const word of [number, unp, "«Василёк»", portal, "BYN"]) expect(text).toContain(word);
    expect(text).toMatch(new RegExp(`Оплата по сч[её]ту № ${number}`));
    const letter = await letterTo(email, new RegExp(number));
    expect(letter.attachments.map(({ mimeType }) => mimeType)).toContain("application/pdf");
  });

  await test.step("the accountant imports the bank's file and the contract is concluded", async () => {
    const accountant = await staff("accountant");
    const payer = { name: "ООО ВАСИЛЁК", unp, iban: "BY48AKBB30120000000000000001" };
    await importStatement(accountant, statementFile([await paymentOf(contract, payer)]));
    await expect(accountant.getByText(ru.staff("statement.nothingToDecide"))).toBeVisible();
    await page.reload();
    await expect(page.getByRole("main")).toContainText(ru.contract("status.activation"));
    await expect(page.getByRole("main")).toContainText(ru.contract("timeline.concluded"));
  });

  await test.step("sales switch the access on, and the customer sees until when", async () => {
    const sales = await staff("sales");
    await sales.goto("/staff/activations");
    await expect(sales.getByRole("link", { name: portal })).toBeVisible();
    await activate(sales, contractId, scan("moy-tarif.pdf"));
    await page.reload();
    await expect(page.getByRole("main")).toContainText(/до \d\d\.\d\d\.\d{4} включительно/);
    await letterTo(email, /доступ/i);
  });

  await test.step("the act goes out by ЭДиН and comes back signed", async () => {
    await sendAct(await staff("accountant"), contractId, "edi", "EDN-2026-001");
    await page.reload();
    await expect(page.getByRole("main")).toContainText(ru.contract("status.act-sent"));
    const asked = await dialog(page, ru.cabinet("actions.sign-act.title"), ru.cabinet("actions.sign-act.open"));
    await fileField(asked, ru.cabinet("actions.signedFile")).setInputFiles(scan("akt-podpisan.pdf"));
    await expect(asked.getByText("akt-podpisan.pdf")).toBeVisible();
    await button(asked, ru.cabinet("actions.sign-act.submit")).click();
    await expect(asked).toBeHidden();
    expect(await contractFacts(contractId)).toMatchObject({ stage: "active", act: "signed" });
  });

  await test.step("the timeline tells the whole life", async () => {
    await page.reload();
    const told = page.getByRole("main");
    const done = ["order", "concluded"] as const;
    for (const key of done) await expect(told).toContainText(ru.contract(`timeline.${key}`));
    await expect(told).toContainText(/Акт №\s\S+ подписан/);
    await expectAccessible(page);
    await picture(page, "journey-whole-life-1440");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, "journey-whole-life-390");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("a second order for the portal is explained, and as a renewal continues the period", async () => {
    await page.goto(`/cabinet/orders/new?portal=${portal}`);
    await expect(page.getByText(new RegExp(`${portal} уже есть доступ`))).toBeVisible();
    await tick(page, ru.cabinet("order.read")).check();
    await button(page, ru.cabinet("order.submit")).click();
    await expect(field(page, ru.cabinet("order.portal"))).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("checkbox", { name: /^Продлить/ }).check();
    const renewal = await placeOrder(page);
    expect(renewal).not.toBe(contractId);
    await expect(page.getByRole("main")).toContainText(/продлит период/);
  });

  await test.step("the portals' page shows the period", async () => {
    await page.goto("/cabinet/portals");
    await expect(page.getByRole("main")).toContainText(portal);
    await expect(link(page, ru.cabinet("portals.renew")).first()).toBeVisible();
  });
});
