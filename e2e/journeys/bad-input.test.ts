import { dayOf } from "#/lib/calendar/day.ts";
import { errorWords } from "#/lib/messages/messages.ts";
import { clock } from "../fixtures/clock.ts";
import { contractFacts, importPayments, orderOf, paymentOf } from "../fixtures/contracts.ts";
import { ownerSql } from "../fixtures/house.ts";
import { newUnp, ownerOf, PASSWORD } from "../fixtures/people.ts";
import { quiet, stateOfRecords } from "../fixtures/records.ts";
import { statementFile } from "../fixtures/statement.ts";
import { expect, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { bringStatement, importStatement, takeDueSteps } from "../pages/contract.ts";
import { button, dialog, field, fill } from "../pages/form.ts";
import { fillCompany, register } from "../pages/way-in.ts";

const say = errorWords("ru");
const someone = { name: "ООО ВАСИЛЁК", unp: newUnp(), iban: null };
const DAY = dayOf(2026, 4, 16)!;
const good = () => statementFile([{ amount: 4_900n, purpose: "за подписку", day: DAY, payer: someone }]);
const changed = (change: (text: string) => string) => {
  const file = good();
  return { ...file, buffer: Buffer.from(change(file.buffer.toString("latin1")), "latin1") };
};
const jpeg = {
  name: "vypiska.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("ffd8ffe000104a46494600010100", "hex"),
};

test("a statement that cannot be right is refused whole, with what to do", async ({ staff }) => {
  const accountant = await staff("accountant");
  await quiet();
  const [before] = await ownerSql()`select count(*)::int as n from payments`;
  const cases = {
    "another account": changed((text) =>
      text.replaceAll("BY03ALFA30122J07130010270000", "BY86AKBB10100000002966000000"),
    ),
    "cut in the middle": changed((text) => text.slice(0, text.length * 0.6)),
    "a picture by another name": jpeg,
    "sums that do not meet": changed((text) => text.replace(/\^RestOut=[\d.]+\^/, "^RestOut=1.00^")),
  };
  for (const [what, file] of Object.entries(cases))
    await test.step(what, async () => {
      await bringStatement(accountant, file);
      await expect(accountant.getByText(ru.staff("preview.refused"))).toBeVisible();
      await expect(button(accountant, ru.staff("preview.import"))).toHaveCount(0);
      await expect(accountant.getByRole("link", { name: ru.staff("preview.another") })).toBeVisible();
    });

  await test.step("empty, and far too big: told before anything is sent", async () => {
    await accountant.goto("/staff/payments/statements/new");
    const input = accountant.getByLabel(ru.staff("statements.file"));
    await input.setInputFiles({ ...jpeg, name: "empty.txt", buffer: Buffer.alloc(0) });
    await expect(accountant.getByText(say("file.empty", { name: "empty.txt" }))).toBeVisible();
    await input.setInputFiles({ ...jpeg, name: "big.txt", buffer: Buffer.alloc(49 * 1024 * 1024, 32) });
    await expect(accountant.getByText(say("file.too_big", { name: "big.txt", limit: 32 }))).toBeVisible();
  });
  const [after] = await ownerSql()`select count(*)::int as n from payments`;
  expect(after).toEqual(before);
});

test("the same file twice changes nothing", async ({ staff }) => {
  const accountant = await staff("accountant");
  const file = good();
  await importStatement(accountant, file);
  await quiet();
  const { payments, statements, allocations } = await stateOfRecords();
  await bringStatement(accountant, file);
  await expect(accountant.getByText(ru.staff("preview.already"))).toBeVisible();
  await expect(button(accountant, ru.staff("preview.import"))).toHaveCount(0);
  expect(await stateOfRecords()).toMatchObject({ payments, statements, allocations });
});

test("part of the sum concludes nothing, the rest does, more than the sum stays the customer's", async ({
  browserOf,
}) => {
  const owner = await ownerOf();
  const payer = { ...someone, unp: owner.unp };
  const order = await orderOf(owner);
  const page = await browserOf(owner);
  await importPayments([await paymentOf(order, payer, { amount: order.invoice.total - 1_000n })]);
  await page.goto(`/cabinet/contracts/${order.id}`);
  const { stage } = await contractFacts(order.id);
  expect(stage, "not concluded by a part").toBe("invoiced");

  const [row] = await ownerSql()<{ state: string; proposals: { kind: string }[] }[]>`
    select state, proposals from payments where payer_unp = ${owner.unp} and side = 'credit'`;
  expect(row?.state).toBe("proposed");
  expect(row?.proposals[0]?.kind).toBe("part");

  const other = await orderOf(owner);
  await importPayments([await paymentOf(other, payer, { amount: other.invoice.total + 500n })]);
  expect((await contractFacts(other.id)).stage, "too much is looked at by a person").toBe("invoiced");
});

test("money after the invoice's end waits for the accountant's word, with its reason", async ({ staff }) => {
  const owner = await ownerOf();
  const order = await orderOf(owner);
  const accountant = await staff("accountant");
  await clock.skipWorkingDays(8);
  await takeDueSteps(accountant);
  expect(await contractFacts(order.id)).toMatchObject({ stage: "lapsed" });
  await importPayments([await paymentOf(order, { ...someone, unp: owner.unp })]);
  expect(await contractFacts(order.id)).toMatchObject({ stage: "lapsed" });
  const [payment] = await ownerSql()<{ id: string }[]>`
    select id from payments where payer_unp = ${owner.unp} and side = 'credit'`;
  await accountant.goto(`/staff/payments/${payment?.id}`);
  await expect(accountant.getByRole("main")).toContainText(ru.staff("reason.invoice_expired"));
  const reason = field(accountant, ru.staff("reasonLabel"));
  if ((await reason.count()) === 0 || !(await reason.first().isVisible()))
    await accountant.getByText(ru.staff("discretion.open")).first().click();
  await reason.first().fill("Клиент платил в последний день, банк провёл позже");
  await accountant.getByRole("button", { name: /Принять .* по старой цене/ }).click();
  await expect.poll(async () => (await contractFacts(order.id)).stage).toBe("concluded");
});

test("a session that ends in the middle of a form loses nothing typed", async ({ browserOf }) => {
  const owner = await ownerOf(undefined, "expired");
  const page = await browserOf(owner);
  await page.goto("/cabinet/company/new");
  const unp = newUnp();
  await fillCompany(page, unp);
  await page.context().clearCookies({ name: "session" });
  await register(page);
  await expect(page.getByText(say("auth.signed_out"))).toBeVisible();
  await expect(field(page, ru.cabinet("company.fields.shortName"))).toHaveValue("ООО «Василёк»");

  // As the message says: in another tab, then the same button again.
  const tab = await page.context().newPage();
  await tab.goto("/sign-in");
  await fill(tab, { [ru.auth("signIn.email")]: owner.email });
  await tab.getByLabel(ru.auth("signIn.password"), { exact: true }).fill(PASSWORD);
  await button(tab, ru.auth("signIn.submit")).click();
  await expect(tab).toHaveURL(/\/cabinet/);
  await tab.close();
  await register(page);
  await expect(page).toHaveURL(/\/cabinet$/);
  const [row] = await ownerSql()`select count(*)::int as n from parties where unp = ${unp}`;
  expect(row?.n).toBe(1);
});

test("a button pressed twice is one order", async ({ browserOf }) => {
  const owner = await ownerOf(undefined, "twice");
  const page = await browserOf(owner);
  await page.goto("/cabinet/orders/new?portal=twice.bitrix24.by");
  await page.getByRole("checkbox", { name: ru.cabinet("order.read") }).check();
  await button(page, ru.cabinet("order.submit")).dblclick();
  await expect(page).toHaveURL(/\/cabinet\/contracts\//);
  const [row] = await ownerSql()`select count(*)::int as n from contracts where party_id = ${owner.partyId}`;
  expect(row?.n).toBe(1);
});

test("two people press the same button: one is first, the other is told", async ({ browserOf }) => {
  const owner = await ownerOf(undefined, "rivals");
  const { id } = await orderOf(owner);
  const [one, two] = [await browserOf(owner), await browserOf(owner)];
  const asked = [];
  for (const page of [one, two]) {
    await page.goto(`/cabinet/contracts/${id}`);
    const open = await dialog(page, ru.cabinet("actions.cancel-order.title"), ru.cabinet("actions.cancel-order.open"));
    await field(open, ru.cabinet("actions.reason")).fill("Больше не нужно, спасибо");
    asked.push(button(open, ru.cabinet("actions.cancel-order.submit")));
  }
  await Promise.all(asked.map((press) => press.click()));
  const told = (page: typeof one) => page.getByText(say("record.changed"));
  await expect.poll(async () => (await told(one).count()) + (await told(two).count())).toBe(1);
  expect(await contractFacts(id)).toMatchObject({ stage: "cancelled" });
});

test("a wrong portal goes back to its field with what to do; a stranger's order is not found", async ({
  page,
  browserOf,
}) => {
  await page.goto("/");
  await page.getByLabel(ru.public("home.portal")).fill("bitrix24.by");
  await button(page, ru.public("home.order")).click();
  const portal = page.getByLabel(ru.public("home.portal"));
  await expect(portal).toHaveValue("bitrix24.by");
  await expect(portal).toHaveAttribute("aria-invalid", "true");

  const stranger = await orderOf(await ownerOf(undefined, "stranger"));
  const mine = await browserOf(await ownerOf(undefined, "curious"));
  const answer = await mine.goto(`/cabinet/contracts/${stranger.id}`);
  expect(answer?.status()).toBe(404);
  await expect(mine.getByRole("main")).toContainText(ru.cabinet("notFound.title"));
});
