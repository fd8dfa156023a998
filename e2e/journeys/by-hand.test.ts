import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import {
  activated,
  actSent,
  concluded,
  contractFacts,
  importPayments,
  orderOf,
  paymentOf,
} from "../fixtures/contracts.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { scan } from "../fixtures/papers.ts";
import { ownerOf } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { takeDueSteps } from "../pages/contract.ts";
import { button, choice, dialog, field, fileField, link, tick } from "../pages/form.ts";

// What the house does by hand: its own mistakes put right, a customer's word written down, money that came too late.

const CALL = "Звонила главный бухгалтер, просит оформить на год";
const main = (page: Page) => page.getByRole("main");
const payerOf = ({ unp }: { unp: string | null }) => ({ name: "ООО ВАСИЛЁК", unp, iban: null });
const small = { width: 390, height: 844 };

test("3.5: a wrongly entered activation is corrected, and the act that named the old period gives way", async ({
  browserOf,
  staff,
}) => {
  const owner = await ownerOf(undefined, "corrected");
  const order = await concluded(await orderOf(owner, 12), payerOf(owner));
  const { id } = await actSent(await activated(order));
  const entered = await clock.today();
  await clock.skipDays(2);

  const sales = await staff("sales");
  await sales.goto(`/staff/contracts/${id}`);
  const title = ru.staff("step.correct-activation");
  const asked = await dialog(sales, title);
  const reason = field(asked, ru.staff("reasonLabel"));
  await reason.fill("В заявке менеджера стоял другой день");
  await button(asked, title).click();
  await expect(asked, "nothing was changed").toContainText("Ничего не изменилось");
  await field(asked, ru.staff("correction.activatedOn")).fill(formatDay(addDays(entered, 1)));
  await picture(sales, "by-hand-correction-form");
  await button(asked, title).click();
  await expect(asked).toBeHidden();

  expect(await contractFacts(id)).toMatchObject({ stage: "active", act: "issued" });
  const [access] = await ownerSql()`select lower(period)::text as "from" from subscriptions where contract_id = ${id}`;
  expect(access?.from).toBe(addDays(entered, 1));
  await expectAccessible(sales);
  const page = await browserOf(owner, { viewport: small });
  await page.goto(`/cabinet/contracts/${id}`);
  await expect(main(page)).toContainText("В заявке менеджера стоял другой день");
  await picture(page, "by-hand-corrected-390");
  const letter = await letterTo(owner.email, /исправлена/);
  expect(letter.text).toContain(formatDay(entered));
});

test("1.10, 6.10: staff order, cancel and terminate for a customer only on the customer's word, and the customer reads it", async ({
  browserOf,
  staff,
}) => {
  const owner = await ownerOf(undefined, "by-phone");
  const sales = await staff("sales");
  await sales.goto(`/staff/parties/${owner.partyId}`);
  await link(sales, ru.staff("parties.order")).click();
  await expect(sales.getByRole("heading", { level: 1 })).toHaveText(ru.staff("parties.orderTitle"));
  await field(sales, ru.cabinet("order.portal")).fill("by-phone.bitrix24.by");
  await tick(sales, ru.staff("parties.orderRead")).check();
  await button(sales, ru.staff("parties.orderSubmit")).click();
  await expect(field(sales, ru.staff("behalf.reason")), "not without the word").toHaveAttribute("aria-invalid", "true");
  await choice(sales, ru.staff("behalf.phone")).check();
  await field(sales, ru.staff("behalf.reason")).fill(CALL);
  await expectAccessible(sales);
  await picture(sales, "by-hand-order");
  await button(sales, ru.staff("parties.orderSubmit")).click();
  await expect(sales).toHaveURL(/\/staff\/contracts\/[0-9a-f-]{36}/);
  const id = new URL(sales.url()).pathname.split("/").at(-1) ?? "";

  const page = await browserOf(owner);
  await page.goto(`/cabinet/contracts/${id}`);
  await expect(main(page)).toContainText(CALL);
  await letterTo(owner.email, /по вашей просьбе/);

  await test.step("a cancellation says who asked for it", async () => {
    const asked = await dialog(sales, ru.staff("step.cancel-order"));
    await field(asked, ru.staff("reasonLabel")).fill("Выбрали другой период");
    await button(asked, ru.staff("step.cancel-order")).click();
    await expect(asked).toBeVisible();
    expect((await contractFacts(id)).stage).toBe("invoiced");
    await choice(asked, ru.staff("behalf.mail")).check();
    await field(asked, ru.staff("behalf.reason")).fill("Письмо директора от сегодняшнего дня");
    await picture(sales, "by-hand-cancel-form");
    await button(asked, ru.staff("step.cancel-order")).click();
    await expect(asked).toBeHidden();
    expect((await contractFacts(id)).stage).toBe("cancelled");
    expect((await letterTo(owner.email, /отменён/)).text).toContain("Письмо директора");
  });

  await test.step("an early termination takes the paper itself", async () => {
    const contract = await concluded(await orderOf(owner, 3), payerOf(owner));
    const lawyer = await staff("lawyer");
    await lawyer.setViewportSize(small);
    await lawyer.goto(`/staff/contracts/${contract.id}`);
    const asked = await dialog(lawyer, ru.staff("step.terminate-early"));
    await field(asked, ru.staff("behalf.reason")).fill("Заявление о расторжении на бланке");
    await button(asked, ru.staff("step.terminate-early")).click();
    await expect(asked).toBeVisible();
    expect((await contractFacts(contract.id)).stage).toBe("concluded");
    const paper = scan("zayavlenie.pdf");
    await fileField(asked, ru.staff("behalf.file")).setInputFiles(paper);
    await expect(asked.getByText(paper.name)).toBeVisible();
    await picture(lawyer, "by-hand-terminate-390");
    await button(asked, ru.staff("step.terminate-early")).click();
    await expect(asked).toBeHidden();
    await page.goto(`/cabinet/contracts/${contract.id}`);
    await expect(main(page)).toContainText("Заявление о расторжении на бланке");
    await expect(link(page, ru.contract("paper.behalf")).first()).toBeVisible();
  });
});

test("3.4: money after the invoice's end has three ways out, and each is told", async ({ browserOf, staff }) => {
  const owner = await ownerOf(undefined, "late");
  const order = await orderOf(owner, 12);
  await clock.skipWorkingDays(7);
  const accountant = await staff("accountant");
  await takeDueSteps(accountant);
  expect((await contractFacts(order.id)).stage).toBe("lapsed");
  const amount = order.invoice.total - 1000n;
  await importPayments([await paymentOf(order, payerOf(owner), { amount })]);

  await accountant.goto("/staff/payments?state=late");
  await expectAccessible(accountant);
  await picture(accountant, "by-hand-late-queue");
  await link(accountant, "ООО ВАСИЛЁК").first().click();
  await expect(accountant.getByRole("heading", { level: 1 })).toContainText(formatMoney(amount));
  const open = (name: "late.return" | "late.ask") =>
    accountant
      .locator("summary")
      .filter({ hasText: ru.staff(name) })
      .first()
      .click();

  await test.step("return: it waits with its ground, both sides see it, and it can be taken back", async () => {
    await open("late.return");
    const form = accountant.getByRole("form", { name: ru.staff("late.return") });
    await field(form, ru.staff("reasonLabel")).fill("Клиент отказался от заказа по телефону");
    await picture(accountant, "by-hand-late-choices");
    await button(form, ru.staff("late.return")).click();
    await expect(main(accountant)).toContainText(ru.staff("late.toReturn", { sum: formatMoney(amount) }));
    await expectAccessible(accountant);
    await picture(accountant, "by-hand-to-return");
    const page = await browserOf(owner, { viewport: small });
    await page.goto("/cabinet/invoices");
    await expect(main(page)).toContainText(ru.cabinet("balance.title", { sum: formatMoney(amount) }));
    await picture(page, "by-hand-balance-390");
    await letterTo(owner.email, /Вернём/);

    const back = await dialog(accountant, ru.staff("late.keep"));
    await field(back, ru.staff("reasonLabel")).fill("Клиент передумал и доплатит");
    await button(back, ru.staff("late.keep")).click();
    await expect(back).toBeHidden();
  });

  await test.step("the difference: a new invoice with the money on it, and the rest asked for", async () => {
    await open("late.ask");
    const form = accountant.getByRole("form", { name: ru.staff("late.ask") });
    await field(form, ru.staff("reasonLabel")).fill("Счёт истёк, клиент согласен доплатить");
    await button(form, ru.staff("late.ask")).click();
    await expect(main(accountant)).toContainText(ru.staff("late.waits"));
    await picture(accountant, "by-hand-difference");
    const after = await contractFacts(order.id);
    expect(after).toMatchObject({ stage: "invoiced", invoice: { status: "live" } });
    expect(after.invoice.id).not.toBe(order.invoice.id);
    const letter = await letterTo(owner.email, /осталось оплатить/);
    expect(letter.text).toContain(formatMoney(1000n));
    expect(letter.attachments).toHaveLength(1);
    await accountant.goto("/staff/payments?state=part");
    await expect(link(accountant, "ООО ВАСИЛЁК").first()).toBeVisible();
  });
});

test("7.1: requisites for a customer carry the customer's word and a letter", async ({ staff }) => {
  const owner = await ownerOf(undefined, "requisites");
  const accountant = await staff("accountant");
  await accountant.goto(`/staff/parties/${owner.partyId}`);
  await link(accountant, ru.staff("parties.edit")).click();
  await field(accountant, ru.cabinet("company.fields.legalAddress")).fill("220004, г. Минск, пр. Победителей, 7");
  await choice(accountant, ru.staff("behalf.mail")).check();
  await field(accountant, ru.staff("behalf.reason")).fill("Письмо о новом юридическом адресе");
  await expectAccessible(accountant);
  await picture(accountant, "by-hand-requisites");
  await button(accountant, ru.staff("parties.save")).click();
  await expect(accountant).toHaveURL(new RegExp(`/staff/parties/${owner.partyId}$`));
  await expect(main(accountant)).toContainText("Победителей");
  expect((await letterTo(owner.email, /Реквизиты изменены/)).text).toContain("Письмо о новом юридическом адресе");
});
