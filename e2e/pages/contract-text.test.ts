import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { activated, actSent, type ContractFacts, concluded, orderOf } from "../fixtures/contracts.ts";
import { ownerOf } from "../fixtures/people.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";

// The text of a contract with what stands beside its clauses, in the states that it goes through.

const beside = (page: Page, clause: string) => page.getByRole("list", { name: ru.living("margin", { clause }) });
const clauseOf = (page: Page, number: string) =>
  page.getByRole("link", { name: ru.public("edition.anchor", { number }), exact: true });
const dotted = (day: string) => day.split("-").reverse().join(".");

test("an order is read in the edition that was shown, and waits for its money beside 3.2", async ({ browserOf }) => {
  const owner = await ownerOf();
  const order = await orderOf(owner);
  const page = await browserOf(owner);
  await page.goto(`/cabinet/contracts/${order.id}`);
  await page.getByRole("link", { name: ru.living("open") }).click();
  await expect(page).toHaveURL(`/cabinet/contracts/${order.id}/text`);

  const main = page.getByRole("main");
  await expect(main).toContainText(ru.living("shown", { number: 1 }));
  const orderedOn = dotted(await clock.today());
  await expect(main).toContainText(ru.living("edition.unpaid", { orderedOn, shown: 1 }));
  await expect(beside(page, "1.10")).toContainText(ru.contract("step.place-order"));
  await expect(beside(page, "3.1")).toContainText(order.invoice.number);
  await expect(beside(page, "3.2")).toContainText(ru.contract("timeline.pay"));
  await expect(beside(page, "3.5")).toContainText(ru.contract("timeline.act-to-come"));
  await expect(clauseOf(page, "2.2"), "a quiet clause is there").toBeVisible();
  await expect(beside(page, "2.2"), "and stays quiet").toHaveCount(0);
  await expectAccessible(page);
});

test("a paid contract names the accepted edition, its running terms and what started them", async ({ browserOf }) => {
  const { page, facts } = await paid(browserOf);
  await clock.skipWorkingDays(3);
  await page.goto(`/cabinet/contracts/${facts.id}/text`);
  const main = page.getByRole("main");
  await expect(main).toContainText(ru.living("accepted", { number: 1 }));
  await expect(main).toContainText("Принята редакция 1");
  await expect(beside(page, "6.1")).toContainText(ru.contract("step.accept-offer"));
  const running = beside(page, "3.5").getByRole("listitem").first();
  await expect(running).toContainText(ru.contract("timeline.activate"));
  await expect(running).toContainText(ru.living("today.working.on", { nth: 3, length: 15 }));
  await expect(running).toContainText(/срок идёт по записи №\s\d/);

  await clock.skipWorkingDays(15);
  await page.reload();
  await expect(running).toContainText(/срок прошёл \d+ д/);
  await expectAccessible(page);
  await clock.back();
});

test("what is done leads to its entry, what runs opens its count, and the sheet prints clean", async ({
  browserOf,
  staff,
}) => {
  const { page, facts } = await paid(browserOf);
  await actSent(await activated(facts));
  const text = `/cabinet/contracts/${facts.id}/text`;
  await page.goto(text);

  await test.step("two terms race on the act, each under its own clause", async () => {
    await expect(beside(page, "3.5")).toContainText(ru.contract("step.activate-access"));
    await expect(beside(page, "3.5")).toContainText(ru.contract("step.send-act"));
    await expect(beside(page, "3.8")).toContainText(ru.contract("clockName.deemed-acceptance"));
    await beside(page, "3.8").getByRole("button").click();
    await expect(page.getByRole("dialog")).toContainText("3.8");
    await page.keyboard.press("Escape");
  });

  await test.step("only the clauses with notes", async () => {
    await page.getByRole("link", { name: ru.living("show.noted") }).click();
    await expect(page).toHaveURL(`${text}?show=noted`);
    await expect(clauseOf(page, "3.5")).toBeVisible();
    await expect(clauseOf(page, "2.2")).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("printed: the number, the checksum and the notes, no menus", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 })).toContainText(facts.invoice.number);
    await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await expect(beside(page, "3.5").first()).toBeVisible();
    await expect(page.getByRole("navigation", { name: ru.living("jump") })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("the entry of the log is the one that the contract's page shows", async () => {
    const access = beside(page, "3.5").getByRole("listitem").first();
    const hash = (await access.locator("code").textContent()) ?? "no hash";
    await access.getByRole("link", { name: /запись №/ }).click();
    await expect(page).toHaveURL(new RegExp(`/cabinet/contracts/${facts.id}#entry-\\d+$`));
    const entry = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect(entry).toBeInViewport();
    await expect(entry).toContainText(hash);
  });

  await test.step("the house reads the same", async () => {
    const accountant = await staff("accountant");
    await accountant.goto(`/staff/contracts/${facts.id}/text`);
    await expect(beside(accountant, "3.8")).toContainText(ru.contract("clockName.deemed-acceptance"));
    await expectAccessible(accountant);
  });
});

async function paid(browserOf: (owner: Awaited<ReturnType<typeof ownerOf>>) => Promise<Page>) {
  const owner = await ownerOf();
  const payer = { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: null };
  const facts: ContractFacts = await concluded(await orderOf(owner), payer);
  return { page: await browserOf(owner), facts };
}
