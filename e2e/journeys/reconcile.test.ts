import { formatMoney } from "#/lib/money/kopecks.ts";
import { must } from "../fixtures/actions.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { contractFacts, editionsShown, importPayments, orderOf, paymentOf } from "../fixtures/contracts.ts";
import { eventually } from "../fixtures/eventually.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { ownerOf } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { button, field, link } from "../pages/form.ts";

// The accountant's morning by keys alone: a split, a decline and back, an undo, and a sum that two people decide.

const MATCH = "/staff/payments/match";
const NAME = "ООО ЗВЕРОБОЙ";
const small = { width: 390, height: 844 };
const chosen = (page: Page) => page.locator("[data-queue] a[aria-current=true]");
const stageOf = (id: string, stage: string) =>
  eventually(`contract ${stage}`, async () => ((await contractFacts(id)).stage === stage ? true : null));

/** The line of this sum, chosen by a press in the queue. */
async function choose(page: Page, sum: bigint) {
  await page
    .locator("[data-queue] a[data-line]")
    .filter({ hasText: NAME })
    .filter({ hasText: formatMoney(sum) })
    .click();
  await expect(page.getByRole("heading", { name: ru.staff("payment.title", { sum: formatMoney(sum) }) })).toBeVisible();
  await expect(chosen(page)).toContainText(formatMoney(sum));
}

test("payments are reconciled by keys: split, declined, undone, and above the set sum by two people", async ({
  staff,
}) => {
  test.setTimeout(180_000);
  // Ten in the morning: at night the letter at the end would wait for the end of the quiet hours.
  await clock.skipDays(1);
  const owner = await ownerOf(undefined, "reconcile");
  const payer = { name: NAME, unp: owner.unp, iban: null };
  const [one, two, part] = [await orderOf(owner, 12), await orderOf(owner, 6), await orderOf(owner, 1)];
  const { contractId } = await must<{ contractId: string }>(owner, "placeOrderAction", {
    lines: Array.from({ length: 24 }, (_, at) => ({ portal: `big-${at}-${Date.now()}.bitrix24.by`, months: 12 })),
    ...(await editionsShown()),
    read: "true",
  });
  const big = await contractFacts(contractId);
  const together = one.invoice.total + two.invoice.total;
  const names = await Promise.all([one, two].map(async (order) => (await paymentOf(order, payer)).purpose));
  const day = await clock.today();
  await importPayments([
    { amount: together, purpose: names.join(", "), day, payer },
    await paymentOf(part, payer, { amount: 101n }),
    { amount: big.invoice.total, purpose: "за сертификаты", day, payer },
  ]);

  const page = await staff("accountant");
  await page.goto(`${MATCH}?state=decide`);
  await expectAccessible(page);

  await test.step("j and k walk the queue, ? says the keys", async () => {
    await page.locator("[data-queue] a[data-line]").first().waitFor();
    const first = await chosen(page).getAttribute("href");
    await page.keyboard.press("j");
    await expect(chosen(page)).not.toHaveAttribute("href", first ?? "");
    await expect(chosen(page)).toBeFocused();
    await page.keyboard.press("k");
    await expect(chosen(page)).toHaveAttribute("href", first ?? "");
    await page.keyboard.press("Shift+?");
    const help = page.getByRole("dialog", { name: ru.matching("keys.title") });
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
  });

  await test.step("s: one payment for two invoices, to the kopeck", async () => {
    await choose(page, together);
    await expect(page.locator("mark.read").first()).toContainText(one.invoice.number);
    await page.keyboard.press("s");
    const form = page.getByRole("form", { name: ru.matching("split.open") });
    const sum = field(form, ru.matching("split.sum", { number: one.invoice.number }));
    await expect(form).toContainText(ru.matching("split.even"));
    await sum.fill(formatMoney(one.invoice.total + 1n));
    await expect(form).toContainText(ru.matching("split.over", { over: formatMoney(1n) }));
    await sum.fill(formatMoney(one.invoice.total));
    await expect(form).toContainText(ru.matching("split.even"));
    await picture(page, "reconcile-split");
    await button(form, ru.matching("split.button")).press("Enter");
    await stageOf(one.id, "concluded");
    await stageOf(two.id, "concluded");
    await expect(page.getByRole("main")).toContainText(ru.staff("payments.state.allocated"));
  });

  await test.step("Enter takes what needs no reason, u takes it back with one", async () => {
    await page.goto(`${MATCH}?state=decide`);
    await choose(page, 101n);
    await page.keyboard.press("Enter");
    const undo = page.locator("[data-undo]");
    await expect(undo).toBeVisible();
    await page.keyboard.press("u");
    const dialog = page.getByRole("dialog", { name: ru.staff("release.button") });
    await expect(field(dialog, ru.staff("reasonLabel"))).toBeFocused();
    await page.keyboard.type("Зачислено в спешке, уточняем");
    await button(dialog, ru.staff("release.button")).press("Enter");
    await expect(undo).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText("Зачислено в спешке, уточняем");
  });

  await test.step("d: a declined invoice is greyed with its reason and comes back by a word", async () => {
    await page.keyboard.press("d");
    const form = page.getByRole("form", { name: ru.matching("decline.open") }).first();
    await expect(field(form, ru.matching("decline.reason"))).toBeFocused();
    await page.keyboard.type("Клиент просит зачесть иначе");
    await button(form, ru.matching("decline.button", { number: part.invoice.number })).press("Enter");
    const declined = page.getByRole("region", { name: ru.matching("decline.title") });
    await expect(declined).toContainText("Клиент просит зачесть иначе");
    await button(page, ru.matching("decline.again")).click();
    await expect(declined).toContainText(part.invoice.number);
    await expectAccessible(page);
    await picture(page, "reconcile-declined");
    await button(declined, ru.matching("decline.back")).first().click();
    await expect(declined).toBeHidden();
  });

  await test.step("above the set sum: one asks, nothing moves, another confirms, the payer is told how to write", async () => {
    await page.goto(`${MATCH}?state=decide`);
    await choose(page, big.invoice.total);
    await chosen(page).press("Enter");
    const form = page.getByRole("form", { name: ru.staff("discretion.open") }).first();
    await expect(field(form, ru.staff("reasonLabel"))).toBeFocused();
    await page.keyboard.type("Сумма и УНП совпали, клиент подтвердил по телефону");
    await picture(page, "reconcile-ask");
    const sum = formatMoney(big.invoice.total);
    // The name of a button has plain spaces where the sum on it has hard ones.
    const ask = ru.matching("second.ask", { sum, number: big.invoice.number }).replaceAll("\u00A0", " ");
    await button(form, ask).press("Enter");
    await expect(page.getByRole("main")).toContainText(ru.matching("second.own"));
    expect((await contractFacts(big.id)).stage).toBe("invoiced");

    const director = await staff("director");
    await director.setViewportSize(small);
    await director.goto(`${MATCH}?state=second`);
    await picture(director, "reconcile-second-list-390");
    await director.locator("[data-queue] a[data-line]").filter({ hasText: sum }).click();
    await expect(link(director, ru.matching("back"))).toBeVisible();
    await expectAccessible(director);
    await picture(director, "reconcile-second-390");
    await button(director, ru.matching("second.confirm")).click();
    await stageOf(big.id, "concluded");
    const letter = await letterTo(owner.email, /Как подписать следующий платёж/);
    expect(letter.text).toContain(big.invoice.number);
  });
});
