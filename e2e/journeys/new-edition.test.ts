import { addDays, asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Clause } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { toMarkdown } from "#/lib/editions/to-markdown.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { must } from "../fixtures/actions.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { concluded, contractFacts, orderOf } from "../fixtures/contracts.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { companyForm, ownerOf, staffVisitor } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { figure, ru } from "../fixtures/words.ts";
import { button, dialog, field, link, tick } from "../pages/form.ts";

// 6.2 and 7.2: a new edition from the lawyer's draft to the last word of everybody whom it is about.

const t = translator("ru", "publication");
const editions = translator("ru", "editions");
const OFFER = "license-bitrix24-market";
const NEW = { name: "ОАО «АСБ Беларусбанк»", bic: "AKBBBY2X", iban: "BY48AKBB30120000000000000001" };
/** A Monday so far ahead that the edition is there for nobody else who lives in this house. */
const PUBLISHED = asDay("2031-03-10");
const small = { width: 390, height: 844 };
const main = (page: Page) => page.getByRole("main");
const payerOf = ({ unp }: { unp: string | null }) => ({ name: "ООО ВАСИЛЁК", unp, iban: null });
const acceptedBy = (page: Page, number: number) => expect(main(page)).toContainText(ru.living("accepted", { number }));

type Newest = { number: number; clauses: Clause[]; seller: SellerRequisites; title: string };

async function newestOffer(): Promise<Newest> {
  const [row] = await ownerSql()<Newest[]>`
    select e.number, e.clauses, e.seller, e.title from editions e join documents d on d.id = e.document_id
    where d.slug = ${OFFER} and e.language = 'ru' order by e.number desc limit 1`;
  if (!row) throw new Error("no offer");
  return row;
}

/** A lawyer's draft of the next offer: another bank in 7.2 and in the requisites, a sentence more in 3.5. */
async function draftAnotherBank({ clauses, seller, title }: Newest) {
  const accountant = await staffVisitor("staff: accountant");
  const { draftId } = await must<{ draftId: string }>(accountant, "newDraftAction", {
    ...{ way: "next", slug: OFFER, language: "ru" },
  });
  const take = async (name: string, input: object) => {
    const [row] = await ownerSql()<{ version: number }[]>`select version from edition_drafts where id = ${draftId}`;
    await must(accountant, name, { draftId, version: row?.version, ...input });
  };
  const { bank } = seller;
  await take("editDraftAction", {
    ...{ part: "head", title, subtitle: "", orderNumber: "7-П", orderDate: formatDay(PUBLISHED), sourceUrl: "" },
  });
  await take("editDraftAction", { part: "seller", seller: { ...seller, bank: { ...bank, ...NEW } } });
  const source = toMarkdown(clauses)
    .replaceAll(formatIban(bank.iban).replaceAll("\u00a0", " "), formatIban(NEW.iban).replaceAll("\u00a0", " "))
    .replaceAll(bank.bic, NEW.bic)
    .replaceAll(bank.name, NEW.name);
  await take("editDraftAction", { part: "text", source });
  await take("submitDraftAction", {});
  return draftId;
}

test("a new edition: drafted, passed, released; one customer refuses, another pays, both are right for ever", async ({
  browserOf,
  staff,
}) => {
  test.setTimeout(300_000);
  await clock.moveTo(addDays(PUBLISHED, -4));
  const first = await newestOffer();
  const second = first.number + 1;
  const refusing = await ownerOf(companyForm(), "refusing");
  const paying = await ownerOf(companyForm(), "paying");
  const kept = [
    await concluded(await orderOf(refusing, 12), payerOf(refusing)),
    await concluded(await orderOf(refusing, 12), payerOf(refusing)),
  ];

  const draftId = await test.step("the lawyer passes the draft, the director releases it", async () => {
    await clock.moveTo(PUBLISHED);
    const id = await draftAnotherBank(first);
    const [lawyer, director] = [await staff("lawyer"), await staff("director")];
    await lawyer.goto(`/staff/documents/drafts/${id}`);
    for (const box of await lawyer.getByRole("textbox", { name: editions("findings.reason") }).all())
      await box.fill("Так и в прежней редакции");
    await button(main(lawyer), editions("moves.check")).last().click();
    await expect(main(lawyer).getByText(editions("stages.checked"), { exact: true })).toBeVisible();
    await director.goto(`/staff/documents/drafts/${id}`);
    const asked = await dialog(director, editions("moves.release"));
    await button(asked, editions("moves.release")).click();
    await expect(main(director)).toContainText(editions("history.publish-edition", { number: second }));
    return id;
  });
  expect(draftId).toBeTruthy();
  const until = addDays(PUBLISHED, 5);
  const order = await orderOf(paying, 12);

  await test.step("both are told, and the order is told what its payment joins", async () => {
    const letter = await letterTo(refusing.email, /отказаться можно до/);
    expect(letter.subject).toContain(formatDay(until));
    expect(letter.text).toContain("Молчание означает согласие");
    const page = await browserOf(paying, { viewport: small });
    await page.goto(`/cabinet/contracts/${order.id}`);
    const joins = ru.contract("payment.joins", { date: formatDay(PUBLISHED), number: second });
    await expect(main(page)).toContainText(joins);
    await expect(main(page)).toContainText(ru.contract("payment.accountSoon", { date: formatDay(until) }));
    await picture(page, "new-edition-pay-390");
    await page.goto("/cabinet/orders/new");
    await expect(main(page)).toContainText(joins);
    await expectAccessible(page);
  });

  await clock.moveTo(until);
  await test.step("on the last day of the window a customer refuses for one of two contracts, then for the other", async () => {
    const page = await browserOf(refusing);
    await page.goto("/cabinet");
    await expect(main(page)).toContainText(ru.cabinet("overview.edition", { number: second }));
    await link(main(page), ru.cabinet("overview.editionAction")).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("title", { number: second }));
    await expect(main(page)).toContainText(t("is.open", { until: formatDay(until) }));
    await expectAccessible(page);
    await picture(page, "new-edition-window-1440");
    const form = page.getByRole("form", { name: t("form.title") });
    const boxes = form.getByRole("checkbox");
    for (const box of await boxes.all()) await box.uncheck();
    await button(form, t("form.submit")).click();
    await expect(form).toContainText("Отметьте хотя бы один договор");
    await tick(form, `Договор по счёту № ${kept[0]?.invoice.number}`).check();
    await field(form, t("form.reason")).fill("Прежний банк нас устраивал");
    await button(form, t("form.submit")).click();
    await expect(main(page)).toContainText(t("is.refused", { on: formatDay(until) }));
    await expect(boxes).toHaveCount(1);
    await button(form, t("form.submit")).click();
    await expect(form).toBeHidden();
    await page.setViewportSize(small);
    await picture(page, "new-edition-refused-390");
    await expectAccessible(page);
    await page.goto(`/cabinet/contracts/${kept[0]?.id}`);
    await expect(main(page)).toContainText(ru.contract("timeline.edition-refused", { number: second }));
    await letterTo(refusing.email, new RegExp(`Отказ от редакции ${second} записан`));
  });

  await test.step("the lawyer answers, the customer reads it", async () => {
    const lawyer = await staff("lawyer");
    await lawyer.goto("/staff");
    await main(lawyer)
      .getByRole("link", { name: figure("editionRefusals") })
      .click();
    const row = lawyer.getByRole("row", { name: kept[0]?.invoice.number ?? "" });
    await expect(row).toContainText("Прежний банк нас устраивал");
    await expectAccessible(lawyer);
    await picture(lawyer, "new-edition-refusals-1440");
    await lawyer.setViewportSize(small);
    await picture(lawyer, "new-edition-refusals-390");
    await button(row, t("refusals.answer")).click();
    const asked = lawyer.getByRole("dialog", { name: t("refusals.answer") }).filter({ visible: true });
    await field(asked, t("refusals.answerLabel")).fill("Договор остаётся в прежней редакции до конца срока");
    await button(asked, t("refusals.answer")).click();
    await expect(asked).toBeHidden();
    await letterTo(refusing.email, new RegExp(`Ответ на отказ от редакции ${second}`));
  });

  await test.step("the old account is not to be paid to: the invoice is issued anew for the same sum, and paid", async () => {
    const page = await browserOf(paying);
    await page.goto(`/cabinet/contracts/${order.id}`);
    await expect(main(page)).toContainText(ru.contract("payment.account"));
    await expect(main(page), "nothing to copy from").not.toContainText(formatIban(first.seller.bank.iban));
    await picture(page, "new-edition-account-1440");
    const accountant = await staff("accountant");
    await accountant.goto("/staff/documents/accounts");
    await expectAccessible(accountant);
    await picture(accountant, "new-edition-accounts-1440");
    await accountant.setViewportSize(small);
    await picture(accountant, "new-edition-accounts-390");
    const row = accountant.getByRole("row", { name: order.invoice.number });
    await button(row, t("accounts.do")).click();
    const asked = accountant.getByRole("dialog", { name: t("accounts.do") }).filter({ visible: true });
    await button(asked, t("accounts.do")).click();
    await expect(row).toHaveCount(0);

    const anew = await contractFacts(order.id);
    expect(anew.invoice).toMatchObject({ total: order.invoice.total, status: "live" });
    expect(anew.invoice.number).not.toBe(order.invoice.number);
    await page.reload();
    await expect(main(page)).toContainText(formatIban(NEW.iban));
    await expect(main(page)).not.toContainText(ru.contract("payment.account"));
    await concluded(anew, payerOf(paying));
  });

  await test.step("a year later each contract still reads in the edition that its customer chose", async () => {
    await clock.moveTo(addDays(PUBLISHED, 300));
    const one = await browserOf(refusing);
    for (const { id } of kept) {
      await one.goto(`/cabinet/contracts/${id}/text`);
      await acceptedBy(one, first.number);
      await expect(main(one)).toContainText(ru.living("edition.refused", { number: second, on: formatDay(until) }));
    }
    const other = await browserOf(paying);
    await other.goto(`/cabinet/contracts/${order.id}/text`);
    await acceptedBy(other, second);
    await expect(main(other)).toContainText(formatIban(NEW.iban));
    await one.goto(`/cabinet/editions/${second}`);
    await expect(main(one)).toContainText("Договор остаётся в прежней редакции до конца срока");
    await expect(one.getByRole("form", { name: t("form.title") })).toHaveCount(0);
  });
});
