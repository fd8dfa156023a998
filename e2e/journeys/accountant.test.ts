import fs from "node:fs";
import { formatDay } from "#/lib/calendar/format.ts";
import { readZip } from "#/lib/evidence/verifier/verifier.mjs";
import { formatAmount, formatMoney } from "#/lib/money/kopecks.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { activated, actSent, concluded, orderOf } from "../fixtures/contracts.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { scan } from "../fixtures/papers.ts";
import { memberOf, ownerOf } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { button, choice, dialog, field, fileField, link, tick } from "../pages/form.ts";

const main = (page: Page) => page.getByRole("main");
const small = { width: 390, height: 844 };

/** What the press of a link or button downloads. */
async function taken(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

test("an accountant's month: statement, pack, a disputed line, its answer, the agreed balance with a signed copy", async ({
  browserOf,
  staff,
}) => {
  test.setTimeout(180_000);
  // Ten in the morning: at night the letter about the answers would wait for the end of the quiet hours.
  await clock.skipDays(1);
  const owner = await ownerOf(undefined, "books");
  const payer = { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: null };
  const { invoice, actId } = await actSent(await activated(await concluded(await orderOf(owner, 12), payer)));
  const [act] = await ownerSql()`select number from acts where id = ${actId}`;
  const advance = await concluded(await orderOf(owner), payer);
  const accountant = await memberOf(owner, "accountant");
  const page = await browserOf(accountant);

  // The statement: who owes whom, each line with its paper and its why, the same figures to take away.
  await page.goto("/cabinet");
  await link(page.getByRole("navigation"), ru.settlements("title")).click();
  const owed = formatMoney(advance.invoice.total);
  const today = formatDay((await clock.today()) as never);
  await expect(main(page)).toContainText(ru.settlements("owes.seller", { date: today, sum: owed }));
  const line = main(page).getByRole("row", { name: `№ ${act?.number}` });
  await expect(line.first()).toContainText(formatAmount(invoice.total));
  await page
    .getByRole("button", { name: /^Почему Платёж № / })
    .first()
    .click();
  const why = page.getByRole("dialog", { name: ru.settlements("why.title") });
  await expect(why).toContainText(/Зачтено по счёту № \d/);
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  await picture(page, "accountant-statement-1440");
  const csv = await taken(page, () => link(page, ru.settlements("take.csv")).click());
  const text = csv.bytes.toString("utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text).toContain(`${formatAmount(advance.invoice.total).replaceAll("\u00A0", "")}\r\n`);
  const book = await taken(page, () => link(page, ru.settlements("take.xlsx")).click());
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");

  // The pack of this month: papers, tables and the list of them.
  await page.getByLabel(ru.settlements("pack.month"), { exact: true }).selectOption({ index: 0 });
  const pack = await taken(page, () => button(page, ru.settlements("pack.take")).click());
  const { files } = await readZip(new Uint8Array(pack.bytes));
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([`Счета/Счёт ${invoice.number}.pdf`, `Акты/Акт ${act?.number}.pdf`, "Опись.txt"]),
  );
  expect(Buffer.from(files.get("Опись.txt") ?? []).toString()).toContain(`Акт № ${act?.number}`);

  // An act drawn up on request, with the payment disputed and a line of the customer's own.
  await link(main(page), ru.reconciliation("list")).click();
  const asked = await dialog(page, ru.reconciliation("title"), ru.reconciliation("ask"));
  await button(asked, ru.reconciliation("submit")).click();
  await link(main(page), "Акт сверки №").first().click();
  await expect(main(page)).toContainText(ru.reconciliation("waits.open"));
  await main(page).getByText(ru.reconciliation("dispute.open")).click();
  await tick(page, "Строка 1").check();
  const send = button(page, ru.reconciliation("dispute.submit"));
  await field(page, ru.reconciliation("dispute.amount")).fill("сто");
  await field(page, ru.reconciliation("dispute.remark")).fill("По выписке нашего банка сумма другая");
  await send.click();
  await expect(field(page, ru.reconciliation("dispute.amount"))).toHaveAttribute("aria-invalid", "true");
  await field(page, ru.reconciliation("dispute.amount")).fill("100,00");
  await button(page, ru.reconciliation("dispute.add")).click();
  const own = page.getByRole("group", { name: /^Ваша строка 1/ });
  await field(own, ru.reconciliation("dispute.number")).fill("77");
  await field(own, ru.reconciliation("dispute.on")).fill(today);
  await field(own, ru.reconciliation("dispute.amount")).fill("49");
  await field(own, ru.reconciliation("dispute.remark")).fill("Платили с другого счёта");
  await picture(page, "accountant-dispute-1440");
  await expectAccessible(page);
  await page.setViewportSize(small);
  await picture(page, "accountant-dispute-390");
  await send.click();
  await expect(main(page)).toContainText(ru.reconciliation("waits.disputed"));

  // The house answers every line from its queue.
  const desk = await staff("accountant");
  await desk.goto("/staff/reconciliations");
  const queue = main(desk).getByRole("region", { name: ru.reconciliation("desk.waitSeller") });
  await picture(desk, "accountant-desk-1440");
  const path = new URL(page.url()).pathname.replace("/cabinet", "/staff");
  await queue.locator(`a[href="${path}"]`).click();
  await expect(main(desk)).toContainText("Платили с другого счёта");
  for (const at of [0, 1]) {
    await choice(desk, ru.reconciliation("answer.keep")).nth(at).check();
    await field(desk, ru.reconciliation("answer.text")).nth(at).fill("В выписке банка так");
  }
  await expectAccessible(desk);
  await picture(desk, "accountant-answers-1440");
  await button(desk, ru.reconciliation("answer.submit")).click();
  await expect(main(desk)).toContainText(ru.reconciliation("waitsStaff.answered"));
  const { email } = (
    await ownerSql()`
    select email from users where id = (select user_id from members where party_id = ${owner.partyId} and role = 'accountant')`
  )[0] as { email: string };
  expect((await letterTo(email, /продавец ответил/)).text).toContain(path.replace("/staff", "/cabinet"));

  // Read on a phone, confirmed with the signed copy; the next act starts from this balance.
  await page.reload();
  await expect(main(page)).toContainText("В выписке банка так");
  await picture(page, "accountant-answered-390");
  const confirm = await dialog(page, ru.reconciliation("confirm.title"), ru.reconciliation("confirm.open"));
  await fileField(confirm, ru.reconciliation("confirm.file")).setInputFiles(scan("akt-sverki.pdf"));
  await expect(confirm).toContainText("akt-sverki.pdf");
  await button(confirm, ru.reconciliation("confirm.submit")).click();
  await expect(main(page)).toContainText("Стороны согласны");
  await expect(link(main(page), "akt-sverki.pdf")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "accountant-agreed-390");
  await page.goto("/cabinet/reconciliations");
  await button(page, ru.reconciliation("ask")).click();
  await expect(page.getByRole("dialog")).toContainText(`по ${today}`);
  await page.goto("/cabinet/statement");
  await picture(page, "accountant-statement-390");

  // Packs by letter from the third working day on.
  await page.goto("/cabinet/notices/settings");
  await page.getByRole("combobox", { name: /^Рабочий день месяца/ }).selectOption("3");
  await button(page, ru.settlements("packDay.save")).click();
  await expect(main(page)).toContainText(ru.settlements("packDay.saved"));
  await picture(page, "accountant-pack-day-390");
});
