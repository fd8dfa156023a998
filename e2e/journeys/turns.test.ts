import { addDays, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { activated, type ContractFacts, concluded, contractFacts, orderOf } from "../fixtures/contracts.ts";
import type { Visitor } from "../fixtures/door.ts";
import { eventually } from "../fixtures/eventually.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { ownerOf } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { button, choice, dialog, field, fill, tick } from "../pages/form.ts";

// The roads that leave the main line: each clause of them as a customer and as the house meets it.

const WHY = "Отключили питание дата-центра, справка приложена";
const WORD = "Доступ не открыт в срок по вине продавца, деньги вернём полностью";

type Owner = Visitor & { email: string; unp: string | null };
const paid = async (owner: Owner, portal?: string): Promise<ContractFacts> =>
  concluded(await orderOf(owner, 3, portal), { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: null });

async function daysOf(id: string) {
  const [row] = await ownerSql()<Record<"activationDue" | "endsOn" | "terminatedOn", Day | null>[]>`
    select activation_due_on::text as "activationDue", ends_on::text as "endsOn", terminated_on::text as "terminatedOn"
    from contracts where id = ${id}`;
  return row!;
}

/** A rare step lies behind "terminate or assign". */
async function rare(page: Page, step: "terminate-early" | "declare-force-majeure" | "request-assignment") {
  await page.getByText(ru.cabinet("actions.more")).click();
  return dialog(page, ru.cabinet(`actions.${step}.title`), ru.cabinet(`actions.${step}.open`));
}

test("4.4.2: access that never came is a reason to terminate, and a lawyer answers for the money", async ({
  browserOf,
  staff,
}) => {
  const owner = await ownerOf(undefined, "fault");
  const { id } = await paid(owner);
  const page = await browserOf(owner);
  const opener = ru.cabinet("actions.terminate-by-fault.open");
  await page.goto(`/cabinet/contracts/${id}`);
  await expect(button(page, opener), "not while the term runs").toHaveCount(0);

  await clock.skipWorkingDays(16);
  await page.reload();
  const asked = await dialog(page, ru.cabinet("actions.terminate-by-fault.title"), opener);
  await field(asked, ru.cabinet("actions.faultReason")).fill("Просим вернуть всю сумму");
  await button(asked, ru.cabinet("actions.terminate-by-fault.submit")).click();
  await expect(asked).toBeHidden();
  expect(await contractFacts(id)).toMatchObject({ stage: "terminated" });
  await expectAccessible(page);
  await picture(page, "journey-terminated-by-fault");

  const lawyer = await staff("lawyer");
  await lawyer.goto(`/staff/contracts/${id}`);
  await expect(lawyer.getByRole("main")).toContainText("Просим вернуть всю сумму");
  const answer = await dialog(lawyer, ru.staff("step.settle-money-question"));
  await choice(answer, ru.staff("money.refund")).check();
  await field(answer, ru.staff("reasonLabel")).fill(WORD);
  await button(answer, ru.staff("step.settle-money-question")).click();
  await expect(answer).toBeHidden();
  await page.reload();
  await expect(page.getByRole("main")).toContainText(WORD);
  await letterTo(owner.email, /деньг/i);
});

test("6.10: early termination says before that nothing is given back, and ends access that day", async ({
  browserOf,
}) => {
  const owner = await ownerOf(undefined, "early");
  const contract = await activated(await paid(owner));
  const page = await browserOf(owner);
  await page.goto(`/cabinet/contracts/${contract.id}`);
  const asked = await rare(page, "terminate-early");
  await expect(asked).toContainText(ru.cabinet("actions.terminate-early.text"));
  await button(asked, ru.cabinet("actions.terminate-early.submit")).click();
  await expect(tick(asked, ru.cabinet("actions.understood")), "not without the tick").toHaveAttribute(
    "aria-invalid",
    "true",
  );
  expect(await contractFacts(contract.id)).toMatchObject({ stage: "active" });
  await tick(asked, ru.cabinet("actions.understood")).check();
  await button(asked, ru.cabinet("actions.terminate-early.submit")).click();
  await expect(asked).toBeHidden();
  expect(await contractFacts(contract.id)).toMatchObject({ stage: "terminated" });
  expect((await daysOf(contract.id)).terminatedOn).toBe(await clock.today());
});

test("5.2, 5.3: a circumstance over an activation moves its term by the exact overlap", async ({
  browserOf,
  staff,
}) => {
  const owner = await ownerOf(undefined, "force");
  const { id, invoice } = await paid(owner);
  const before = (await daysOf(id)).activationDue;
  const today = await clock.today();

  const lawyer = await staff("lawyer");
  await lawyer.goto("/staff/force-majeure");
  const asked = await dialog(lawyer, ru.staff("forceMajeure.declare"));
  await fill(asked, {
    [ru.staff("forceMajeure.from")]: formatDay(today),
    [ru.staff("forceMajeure.expectedTo")]: formatDay(addDays(today, 20)),
    [ru.staff("forceMajeure.description")]: WHY,
    [ru.staff("forceMajeure.contracts")]: invoice.number,
  });
  await choice(asked, ru.staff("forceMajeure.listed")).check();
  await button(asked, ru.staff("forceMajeure.declare")).click();
  await expect(asked).toBeHidden();

  const moved = await eventually("the term to move", async () => {
    const { activationDue } = await daysOf(id);
    return activationDue === before ? null : activationDue;
  });
  expect(moved! > before!, `${moved} after ${before}`).toBe(true);
  const page = await browserOf(owner);
  await page.goto(`/cabinet/contracts/${id}`);
  await expect(page.getByRole("main")).toContainText(`ожидается до ${formatDay(addDays(today, 20))}`);
  await expect(page.getByRole("main")).toContainText(formatDay(moved!));
  await expectAccessible(page);
  await picture(page, "journey-force-majeure");
  await letterTo(owner.email, /форс-мажор/i);

  await test.step("its real end counts, not the expected one", async () => {
    await clock.skipDays(3);
    await lawyer.goto("/staff/force-majeure");
    const end = await dialog(lawyer, ru.staff("forceMajeure.end"));
    await field(end, ru.staff("forceMajeure.endedOn")).fill(formatDay(addDays(today, 2)));
    await field(end, ru.staff("reasonLabel")).fill("Питание восстановлено, справка получена");
    await button(end, ru.staff("forceMajeure.end")).click();
    await expect(end).toBeHidden();
    const shorter = await eventually("the term to come back", async () => {
      const { activationDue } = await daysOf(id);
      return activationDue === moved ? null : activationDue;
    });
    expect(shorter! < moved!).toBe(true);
    expect(shorter! >= before!).toBe(true);
  });
});

test("6.3: the contract is handed to nobody, and the question is kept with its answer", async ({ browserOf }) => {
  const owner = await ownerOf(undefined, "assign");
  const { id } = await paid(owner);
  const page = await browserOf(owner);
  await page.goto(`/cabinet/contracts/${id}`);
  const asked = await rare(page, "request-assignment");
  await field(asked, ru.cabinet("actions.assignee")).fill("Дочернему обществу");
  await button(asked, ru.cabinet("actions.request-assignment.submit")).click();
  await expect(asked).toBeHidden();
  expect(await contractFacts(id)).toMatchObject({ stage: "concluded" });
  await letterTo(owner.email, /переда/i);
});

test("6.1: a renewal is a new contract that continues the period of the old one", async ({ browserOf }) => {
  const owner = await ownerOf(undefined, "renewal");
  const portal = `renew-${Date.now().toString(36)}.bitrix24.by`;
  const first = await activated(await paid(owner, portal));
  const { endsOn } = await daysOf(first.id);

  const page = await browserOf(owner);
  await page.goto(`/cabinet/orders/new?portal=${portal}&renew=1`);
  await tick(page, ru.cabinet("order.read")).check();
  await button(page, ru.cabinet("order.submit")).click();
  await expect(page).toHaveURL(/\/cabinet\/contracts\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split("/").at(-1)!;
  const second = await activated(
    await concluded(await contractFacts(id), { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: null }),
  );
  const [line] = await ownerSql()<{ from: Day }[]>`
    select active_from::text as from from contract_lines where contract_id = ${second.id}`;
  expect(line?.from).toBe(addDays(endsOn!, 1));
  await page.reload();
  await expect(page.getByRole("main")).toContainText(formatDay(addDays(endsOn!, 1)));
  await page.goto("/cabinet/portals");
  await expect(page.getByRole("main")).toContainText(portal);
});
