import { randomUUID } from "node:crypto";

import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { findingWords } from "#/lib/editions/lint/finding-words.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { eventually } from "../fixtures/eventually.ts";
import { ownerSql } from "../fixtures/house.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { figure } from "../fixtures/words.ts";
import { button, dialog, field, link } from "./form.ts";

const t = translator("ru", "editions");
const diff = translator("ru", "diff");
const REASON = "Слово встречается только в названии раздела";

/** One of the tabs of a draft. */
const open = (page: Page, tab: "course" | "text" | "terms" | "preview" | "diff") =>
  page
    .getByRole("navigation", { name: t("draft.tabs") })
    .getByRole("link", { name: t(`draft.${tab}`), exact: true })
    .click();
const main = (page: Page) => page.getByRole("main");

/** Presses a move of a draft in its dialog. */
async function move(page: Page, name: "submit" | "release", fill: Record<string, string> = {}) {
  const asked = await dialog(page, t(`moves.${name}`));
  for (const [label, value] of Object.entries(fill)) await field(asked, label).fill(value);
  await button(asked, t(`moves.${name}`)).click();
  await expect(asked).toBeHidden();
}

async function pass(lawyer: Page) {
  const asked = lawyer.getByRole("form", { name: t("moves.check") });
  await expect(asked).toBeVisible();
  for (const box of await asked.getByRole("textbox", { name: t("findings.reason") }).all()) await box.fill(REASON);
  await button(asked, t("moves.check")).click();
  await expect(main(lawyer).getByText(t("stages.checked"), { exact: true })).toBeVisible();
}

const editionOf = (slug: string, number: number) =>
  eventually(`edition ${number} of ${slug}`, async () => {
    const [row] = await ownerSql()<{ id: string }[]>`
      select e.id from editions e join documents d on d.id = e.document_id where d.slug = ${slug} and e.number = ${number}`;
    return row?.id;
  });

test("a document is imported, mended after the linter, passed, released by another and published by the clock", async ({
  staff,
}) => {
  test.setTimeout(180_000);
  const slug = `house-rules-${randomUUID().slice(0, 8)}`;
  const title = `Правила дома ${slug.slice(-8)}`;
  const [accountant, lawyer, director] = [await staff("accountant"), await staff("lawyer"), await staff("director")];
  let href = "";

  await test.step("pasted text is read and shown before anything is made of it", async () => {
    await accountant.goto("/staff/documents");
    await link(main(accountant), t("desk.newDraft")).click();
    const asked = accountant.getByRole("form", { name: t("new.import"), exact: true });
    await asked.getByRole("combobox").selectOption({ label: t("new.founding") });
    await button(asked, t("new.read")).click();
    await expect(asked).toContainText(errorWords("ru")("edition.nothing_sent"));
    await field(asked, t("new.paste")).fill(
      `${title}\n\n1. Доступ\n\n1.1. Доступ открывается по пункту 1.7 этих правил.\n\n1.2. Второй портал оплачивается отдельно.`,
    );
    await button(asked, t("new.read")).click();
    await expect(accountant.getByRole("heading", { level: 1 })).toHaveText(t("import.title"));
    await expect(main(accountant)).toContainText(title);
    await expectAccessible(accountant);
    await picture(accountant, "documents-desk-import-1440");
    const save = accountant.getByRole("form", { name: t("import.save") });
    await field(save, t("new.slug")).fill("Правила");
    await button(save, t("import.save")).click();
    await expect(save).toContainText(errorWords("ru")("edition.slug"));
    await field(save, t("new.slug")).fill(slug);
    await button(save, t("import.save")).click();
    await expect(accountant.getByRole("heading", { level: 1 })).toHaveText(t("draft.title", { title }));
    href = new URL(accountant.url()).pathname;
    await move(accountant, "submit");
  });

  await test.step("a reference to nothing stops the lawyer, and who may not says so", async () => {
    await lawyer.goto("/staff");
    await expect(main(lawyer)).toContainText(figure("draftsToCheck"));
    await lawyer.goto("/staff/documents");
    await expect(lawyer.getByRole("row", { name: title }).first()).toContainText(t("turns.mine"));
    await lawyer.goto(href);
    const params = { number: "1.7" };
    const finding = { rule: "reference.missing", clause: "1.1", text: "пункту 1.7", params } as const;
    await expect(main(lawyer)).toContainText(findingWords(finding, "ru").why);
    await button(main(lawyer), t("moves.check")).click();
    await expect(main(lawyer)).toContainText(t("why.errors", { count: 1 }));
    await expectAccessible(lawyer);
    await picture(lawyer, "documents-desk-findings-1440");
  });

  await test.step("the lawyer mends the text, and it is the lawyer's turn again", async () => {
    await open(lawyer, "text");
    await expect(main(lawyer)).toContainText(t("draft.unchecks"));
    const source = field(main(lawyer), t("text.source"));
    await expect(source).toHaveValue(/^## 1\. Доступ\n\n1\.1\. /);
    await expectAccessible(lawyer);
    await source.fill("## 1. Доступ\n\n1.1. А\n\n1.1. Б");
    await button(main(lawyer), t("text.save")).click();
    await expect(main(lawyer)).toContainText(errorWords("ru")("edition.clause_repeated", { clause: "1.1" }));
    await source.fill(
      "## 1. Доступ\n\n1.1. Доступ открывается по пункту 1.2.\n\n1.2. Второй портал оплачивается отдельно.",
    );
    await button(main(lawyer), t("text.save")).click();
    await expect(main(lawyer)).toContainText(t("draft.saved"));
    await open(lawyer, "course");
    await expect(main(lawyer)).toContainText(t("history.edit-edition", { part: t("history.part.text") }));
    await move(lawyer, "submit");
    await pass(lawyer);
    await button(main(lawyer), t("moves.release")).click();
    await expect(main(lawyer)).toContainText(t("why.role", { roles: t("roles.director") }));
  });

  await test.step("the director releases it today: the first edition is there at once", async () => {
    await director.goto(href);
    await expect(main(director)).toContainText(t("draft.fourEyesText"));
    await move(director, "release");
    await expect(main(director)).toContainText(t("history.publish-edition", { number: 1 }));
    await editionOf(slug, 1);
  });

  const publishOn = addDays(await clock.today(), 3);
  await test.step("the next edition: a comment on a clause, the comparison, a day of its own", async () => {
    await accountant.goto("/staff/documents/new");
    await button(accountant.getByRole("form", { name: `${t("new.start")}: ${title}` }), t("new.start")).click();
    await expect(accountant.getByRole("heading", { level: 1 })).toHaveText(t("draft.title", { title }));
    await open(accountant, "text");
    const source = field(main(accountant), t("text.source"));
    await source.fill(`${(await source.inputValue()).trim()}\n\n1.3. Третий портал бесплатен.\n`);
    await button(main(accountant), t("text.save")).click();
    await expect(main(accountant)).toContainText(t("draft.saved"));
    await open(accountant, "diff");
    await expect(main(accountant)).toContainText(diff("sentence.added", { count: 1, list: "1.3" }).slice(1));
    await expectAccessible(accountant);
    await open(accountant, "preview");
    await main(accountant)
      .getByRole("link", { name: t("comments.addTo", { clause: "1.3" }) })
      .click();
    const comment = accountant.getByRole("form", { name: t("comments.add") });
    await expect(comment.getByRole("combobox")).toHaveValue("1.3");
    await field(comment, t("comments.text")).fill("Точно бесплатен?");
    await button(comment, t("comments.add")).click();
    await expect(main(accountant)).toContainText("Точно бесплатен?");
    await open(accountant, "course");
    await move(accountant, "submit");

    await lawyer.goto(new URL(accountant.url()).pathname);
    await button(main(lawyer), t("comments.settle")).click();
    await expect(main(lawyer)).toContainText(t("comments.settled", { date: formatDay(await clock.today()) }));
    await pass(lawyer);
    await director.goto(new URL(accountant.url()).pathname);
    await move(director, "release", { [t("release.publishOn")]: formatDay(publishOn) });
    await expect(main(director)).toContainText(t("turns.clock", { date: formatDay(publishOn) }));
    await picture(director, "documents-desk-released-1440");
  });

  await test.step("on its day the clock publishes it", async () => {
    const before = await director.request.get(`/documents/${slug}/2`);
    expect(before.status()).toBe(404);
    await clock.moveTo(publishOn);
    await editionOf(slug, 2);
    await director.reload();
    await expect(main(director)).toContainText(t("history.publish-edition", { number: 2 }));
    await expect(main(director)).toContainText(t("stages.published"));
    // The public site asks the library anew twice a minute.
    const shown = async () => (await director.request.get(`/documents/${slug}/2`)).text();
    await expect.poll(shown, { timeout: 45_000 }).toContain("Третий портал бесплатен.");
  });
});

test("an outside page that changed is put before the lawyer", async ({ staff }) => {
  const lawyer = await staff("lawyer");
  await lawyer.goto("/staff/documents/snapshots");
  const asked = main(lawyer).getByRole("form").first();
  await field(asked, t("new.paste")).fill("Правила\n\n1. Подключение\n\n1.1. Теперь подключается два портала.");
  await button(asked, t("snapshots.check")).click();
  await expect(main(lawyer)).toContainText(t("snapshots.willChange"));
  await expectAccessible(lawyer);
  await picture(lawyer, "documents-desk-snapshot-1440");
  await button(main(lawyer), t("snapshots.record")).click();
  await expect(lawyer).toHaveURL(/\/staff\/documents\/drafts\/[0-9a-f-]+\/diff$/);
  await expect(main(lawyer).getByText(t("stages.submitted"), { exact: true })).toBeVisible();
  await lawyer.goto("/staff/documents/snapshots");
  await expect(main(lawyer)).toContainText(t("snapshots.changed"));
});

test("7.2: the bank is changed in a draft of the offer, a price in one of the price list; both are given up", async ({
  staff,
}) => {
  test.setTimeout(240_000);
  const [accountant, director] = [await staff("accountant"), await staff("director")];
  const start = async (title: string) => {
    await accountant.goto("/staff/documents/new");
    await button(accountant.getByRole("form", { name: `${t("new.start")}: ${title}` }), t("new.start")).click();
    await expect(accountant.getByRole("heading", { level: 1 })).toHaveText(t("draft.title", { title }));
    return new URL(accountant.url()).pathname;
  };
  const look = async (name: string) => {
    await expectAccessible(accountant);
    await picture(accountant, `documents-desk-${name}-1440`);
    await accountant.setViewportSize({ width: 390, height: 844 });
    await picture(accountant, `documents-desk-${name}-390`);
    await accountant.setViewportSize({ width: 1440, height: 900 });
  };
  const giveUp = async (href: string) => {
    await director.goto(href);
    const asked = await dialog(director, t("moves.withdraw"));
    await field(asked, t("moves.reason")).fill("Только проба, публиковать не будем");
    await button(asked, t("moves.withdraw")).click();
    await expect(main(director).getByText(t("stages.withdrawn"), { exact: true })).toBeVisible();
  };

  const offer = await start("Сублицензионный договор");
  await expect(main(accountant)).toContainText(t("gaps.order"));
  await open(accountant, "text");
  await look("text");
  await open(accountant, "terms");
  const seller = accountant.getByRole("form", { name: t("seller.title") });
  await look("terms");
  // A bank that no journey publishes: whose account is in force depends on what ran before in this house.
  await field(seller, t("seller.bank.iban")).fill("BY69 PJCB 3012 0000 0000 0000 0002");
  await button(seller, t("seller.save")).click();
  await expect(seller).toContainText(errorWords("ru")("iban.checksum"));
  await field(seller, t("seller.bank.iban")).fill("BY68 PJCB 3012 0000 0000 0000 0002");
  await button(seller, t("seller.save")).click();
  await expect(seller).toContainText(errorWords("ru")("bic.iban_mismatch"));
  await field(seller, t("seller.bank.bic")).fill("PJCBBY2X");
  await button(seller, t("seller.save")).click();
  // The next form stands on what this one saved: it must have seen the new version.
  await expect(seller).toContainText(t("draft.saved"));
  await expect(field(seller, t("seller.bank.iban"))).toHaveValue("BY68 PJCB 3012 0000 0000 0000 0002");
  const bindings = accountant.getByRole("form", { name: t("bindings.title") });
  await expect(bindings).toContainText("рабочих дней");
  await field(bindings, t("bindings.activationWorkingDays")).fill("10");
  await button(bindings, t("bindings.save")).click();
  await expect(bindings).toContainText(t("draft.saved"));
  await open(accountant, "diff");
  const row = (name: string) => main(accountant).getByRole("row", { name });
  await expect(row(t("seller.bank.iban"))).toContainText("BY68 PJCB 3012 0000 0000 0000 0002");
  await expect(row(t("bindings.activationWorkingDays"))).toContainText("10");
  await look("diff");
  await open(accountant, "preview");
  await look("preview");
  await open(accountant, "course");
  await expect(main(accountant)).toContainText(t("findings.error"));
  await giveUp(offer);

  const prices = await start("Прейскурант");
  await open(accountant, "terms");
  const grid = accountant.getByRole("form", { name: t("prices.title") });
  await grid
    .getByRole("group", { name: t("prices.row", { number: 4 }) })
    .getByRole("textbox")
    .last()
    .fill("510,00");
  const spare = grid.getByRole("group", { name: t("prices.row", { number: 5 }) }).getByRole("textbox");
  await spare.first().fill("12");
  await spare.last().fill("600");
  await button(grid, t("prices.save")).click();
  await expect(grid).toContainText(errorWords("ru")("draft.period_twice"));
  await spare.first().fill("24");
  await button(grid, t("prices.save")).click();
  await expect(grid.getByRole("group", { name: t("prices.row", { number: 8 }) })).toBeVisible();
  await look("prices");
  await open(accountant, "diff");
  await expect(row(t("diff.month", { count: 12 }))).toContainText("510,00");
  await expect(row(t("diff.month", { count: 24 }))).toContainText("600,00");
  await giveUp(prices);
});
