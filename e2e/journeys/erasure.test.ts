import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { erasedWords } from "#/lib/evidence/erased.ts";
import { readZip, verifyPack } from "#/lib/evidence/verifier/verifier.mjs";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { newUnp, PASSWORD } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, test } from "../fixtures/test.ts";
import { figure, ru } from "../fixtures/words.ts";
import { placeOrder } from "../pages/contract.ts";
import { button, choice, dialog, field, fill, link, tick } from "../pages/form.ts";
import { fillCompany, register, signUp } from "../pages/way-in.ts";

const t = translator("ru", "privacy");
const layout = translator("ru", "layout");
const NAME = "Ирина Покупалова";

test("a person is told what is held, asks to be erased, and is gone from every page while the log still verifies", async ({
  page,
  staff,
}) => {
  test.setTimeout(180_000);
  await page.goto("/sign-up");
  const email = await signUp(page);
  await fillCompany(page, newUnp());
  await register(page);
  await expect(page).toHaveURL(/\/cabinet$/);
  await link(page.getByRole("main"), layout("cabinet.order")).click();
  await field(page, ru.cabinet("order.portal")).fill(`gone-${Date.now().toString(36)}.bitrix24.by`);
  await choice(page, "1 месяц").check();
  const contractId = await placeOrder(page);
  const main = page.getByRole("main");
  const asked = await clock.today();
  const due = addDays(asked, 15);

  await test.step("what is held is a page and a file", async () => {
    await page.goto("/cabinet/account");
    await link(main, t("link")).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("title"));
    for (const told of [NAME, email, t("kind.log.why"), t("kind.sessions.term")])
      await expect(main).toContainText(told);
    const file = await page.request.get("/api/privacy/data");
    const data = (await file.json()) as { account: object; actions: { step: string }[] };
    expect(data.account).toMatchObject({ name: NAME, email });
    expect(data.actions.map(({ step }) => step)).toContain("place-order");
  });

  await test.step("before the press the page says what goes, what stays and why", async () => {
    for (const told of [t("goes.log"), t("kept.invoices"), t("ground.invoices"), t("erase.untouched")])
      await expect(main).toContainText(told);
    await expect(main).toContainText(t("outcome.ownerless"));
    await expectAccessible(page);
    await picture(page, "journey-own-data-1440");
    await button(main, t("erase.submit")).click();
    await expect(main).toContainText(errorWords("ru")("privacy.understand"));
    await tick(main, t("erase.understood")).check();
    await button(main, t("erase.submit")).click();
    await expect(main).toContainText(formatDay(due));
    await expect(main).toContainText(t("clock.left", { count: 15 }));
    await letterTo(email, /стирание данных принят/);
  });

  await test.step("taken back and asked again", async () => {
    await button(main, t("request.withdraw")).click();
    await expect(main).toContainText(t("request.withdrawn", { date: formatDay(asked) }));
    await tick(main, t("erase.understood")).check();
    await button(main, t("erase.submit")).click();
    await expect(button(main, t("request.withdraw"))).toBeVisible();
  });

  const lawyer = await staff("lawyer");
  await test.step("the lawyer sees the deadline first, and when it is past", async () => {
    await lawyer.goto("/staff/privacy");
    await expect(lawyer.getByRole("row", { name: new RegExp(NAME) }).first()).toContainText(formatDay(due));
    await expectAccessible(lawyer);
    await clock.skipDays(17);
    await lawyer.goto("/staff");
    const asked = lawyer.getByRole("listitem").filter({ hasText: figure("privacyRequests") });
    await expect(asked).toContainText(ru.staff("today.late", { count: 1 }));
    await asked.getByRole("link").click();
    await expect(lawyer.getByRole("main")).toContainText(t("clock.late", { count: 2 }));
    await clock.back();
  });

  await test.step("the preview names tables and columns; a party without an owner asks for the lawyer's word", async () => {
    await lawyer.goto("/staff/privacy");
    await lawyer.getByRole("link", { name: NAME }).first().click();
    const preview = lawyer.getByRole("main");
    await expect(preview).toContainText("evidence: actor_name, address, browser, salt");
    await expect(preview).toContainText(t("staff.out.ownerless"));
    await expectAccessible(lawyer);
    await picture(lawyer, "journey-erasure-1440");
    await lawyer.setViewportSize({ width: 390, height: 844 });
    await picture(lawyer, "journey-erasure-390");
    await lawyer.setViewportSize({ width: 1440, height: 900 });
    const form = await dialog(lawyer, t("staff.execute"));
    await tick(form, t("staff.executeUnderstood")).check();
    await button(form, t("staff.execute")).click();
    await expect(form).toContainText(errorWords("ru")("privacy.owner_unnamed"));
    await choice(form, t("staff.nobody")).check();
    await button(form, t("staff.execute")).click();
    await expect(preview).toContainText(t("staff.doneTitle", { date: formatDay(asked) }));
  });

  await test.step("the name is gone from the house's pages, the company is not", async () => {
    await letterTo(email, /данные стёрты/);
    const [{ partyId }] = (await ownerSql()`
      select party_id as "partyId" from contracts where id = ${contractId}`) as unknown as [{ partyId: string }];
    await expect
      .poll(async () => (await ownerSql()`select 1 from mails where lower(to_address) = ${email}`).length)
      .toBe(0);
    for (const address of [
      "/staff/privacy",
      `/staff/contracts/${contractId}`,
      `/staff/parties/${partyId}`,
      "/staff/mail",
    ]) {
      await lawyer.goto(address);
      await expect(lawyer.getByRole("heading", { level: 1 })).toBeVisible();
      const words = (await lawyer.locator("body").textContent()) ?? "";
      expect(words, address).not.toContain(email);
      // Other people of these tests bear the same name; on this contract and this party there is nobody else.
      if (address.includes(contractId) || address.includes(partyId)) expect(words, address).not.toContain(NAME);
    }
    await lawyer.goto(`/staff/contracts/${contractId}`);
    await expect(lawyer.getByRole("main")).toContainText("ООО «Василёк»");
    await expect(lawyer.locator("body")).toContainText(erasedWords(asked));
  });

  await test.step("the contract's pack still verifies and shows who was erased on whose word", async () => {
    const pack = await lawyer.request.get(`/api/contracts/${contractId}/pack`, { timeout: 60_000 });
    const bytes = new Uint8Array(await pack.body());
    expect(await verifyPack(bytes)).toMatchObject({ ok: true, problems: [] });
    const { files } = await readZip(bytes);
    const events = Buffer.from([...files].find(([name]) => name.endsWith("-events.json"))?.[1] ?? []).toString();
    expect(events).toContain(erasedWords(asked));
    expect(events).toContain("erase-personal-data");
    expect(events).not.toContain(NAME);
  });

  await test.step("the session is over, and the old password answers as a stranger's", async () => {
    await page.goto("/cabinet");
    await expect(page).toHaveURL(/\/sign-in/);
    await fill(page, { [ru.auth("signIn.email")]: email });
    await page.getByLabel(ru.auth("signIn.password"), { exact: true }).fill(PASSWORD);
    await button(page, ru.auth("signIn.submit")).click();
    await expect(page.getByText(errorWords("ru")("auth.wrong"))).toBeVisible();
  });
});
