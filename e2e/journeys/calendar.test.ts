import ICAL from "ical.js";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { addDays, type Day, weekdayOf } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { concluded, orderOf } from "../fixtures/contracts.ts";
import { eventually } from "../fixtures/eventually.ts";
import { ownerSql } from "../fixtures/house.ts";
import { ownerOf } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { button, field } from "../pages/form.ts";

const ORDER = "Приказ продавца от 01.01.2026 № 7";
const REASON = "Плановое отключение дата-центра в этот день";

/** What a calendar program would make of the feed: day and title of each event. */
async function eventsOf(page: Page, address: string): Promise<{ day: string; title: string }[]> {
  const reply = await page.request.get(address);
  expect(reply.headers()["content-type"]).toContain("text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(await reply.text()));
  return calendar.getAllSubcomponents("vevent").map((event) => {
    const { startDate, summary } = new ICAL.Event(event);
    return { day: startDate.toString(), title: summary };
  });
}

async function dueOf(id: string): Promise<Day> {
  const [row] = await ownerSql()<{ due: Day }[]>`
    select activation_due_on::text as due from contracts where id = ${id}`;
  return row!.due;
}

test("a transfer that the lawyer enters is shown first, moves the open term, and reaches the customer's calendar", async ({
  browserOf,
  staff,
}) => {
  const owner = await ownerOf(undefined, "calendar");
  const { id } = await concluded(await orderOf(owner), { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: null });
  const before = await dueOf(id);
  const page = await browserOf(owner);
  await page.goto("/cabinet/calendar");
  await button(page, ru.dates("cabinet.make")).click();
  const address = (await page.locator("code").filter({ hasText: ".ics" }).textContent()) ?? "";
  expect((await eventsOf(page, address)).map(({ day }) => day)).toContain(before);

  // A working day inside the term becomes a day off; a Saturday after the term pays for it.
  const off = addWorkingDays(belarusCalendar, await clock.today(), 3).date;
  let worked = addDays(before, 30);
  while (weekdayOf(worked) !== 6) worked = addDays(worked, 1);
  const lawyer = await staff("lawyer");

  await test.step("what is typed wrong is told beside its field", async () => {
    await lawyer.goto("/staff/calendar");
    const form = lawyer.getByRole("form", { name: ru.dates("staff.add") });
    await field(form, ru.dates("staff.off")).fill("31.02.2026");
    await field(form, ru.dates("staff.worked")).fill(formatDay(worked));
    await field(form, ru.dates("staff.resolution")).fill(ORDER);
    await field(form, ru.dates("staff.reason")).fill(REASON);
    await button(form, ru.dates("staff.look")).click();
    await expect(
      field(lawyer.getByRole("form", { name: ru.dates("staff.add") }), ru.dates("staff.off")),
    ).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("the page shows what would move before anything is saved", async () => {
    const form = lawyer.getByRole("form", { name: ru.dates("staff.add") });
    await field(form, ru.dates("staff.off")).fill(formatDay(off));
    await form.getByRole("combobox").selectOption("seller");
    await button(form, ru.dates("staff.look")).click();
    await expect(lawyer.getByRole("heading", { name: ru.dates("staff.before") })).toBeVisible();
    await expect(lawyer.getByRole("main")).toContainText(formatDay(before));
    expect(await dueOf(id), "nothing is saved yet").toBe(before);
    await expectAccessible(lawyer);
    await picture(lawyer, "journey-calendar-preview");
    await button(lawyer, ru.dates("staff.save")).click();
    await expect(lawyer.getByRole("heading", { name: ru.dates("staff.before") })).toHaveCount(0);
  });

  const after = await eventually("the term to move", async () => {
    const due = await dueOf(id);
    return due === before ? null : due;
  });
  expect(after).toBe(addWorkingDays(belarusCalendar, before, 1).date);
  await page.goto(`/cabinet/contracts/${id}`);
  await expect(page.getByRole("main")).toContainText(formatDay(after));
  const days = (await eventsOf(page, address)).map(({ day }) => day);
  expect(days).toContain(after);
  expect(days).not.toContain(before);

  await test.step("an address that was switched off answers nothing", async () => {
    await page.goto("/cabinet/calendar");
    await button(page, ru.dates("cabinet.revoke")).click();
    await expect(button(page, ru.dates("cabinet.make"))).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(404);
  });

  await test.step("the transfer is withdrawn with its reason, and the term comes back", async () => {
    await lawyer.goto(`/staff/calendar?year=${off.slice(0, 4)}`);
    const history = lawyer.getByRole("table", { name: ru.dates("staff.history") });
    const row = history.getByRole("row").filter({ hasText: formatDay(off) });
    await row.locator("summary").click();
    await field(row, ru.dates("staff.reason")).fill("Отключение отменили, день снова рабочий");
    await button(row, ru.dates("staff.look")).click();
    await expect(lawyer.getByRole("heading", { name: ru.dates("staff.before") })).toBeVisible();
    await button(lawyer, ru.dates("staff.save")).click();
    await expect(lawyer.getByRole("heading", { name: ru.dates("staff.before") })).toHaveCount(0);
    await expect(row).toContainText("отозван");
    expect(await dueOf(id)).toBe(before);
  });
});
