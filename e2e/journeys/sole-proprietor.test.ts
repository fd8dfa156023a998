import { expectAccessible } from "../fixtures/axe.ts";
import { activated, concluded, contractFacts, orderOf } from "../fixtures/contracts.ts";
import { ownerSql } from "../fixtures/house.ts";
import { scan, wordsOf } from "../fixtures/papers.ts";
import { newcomer, newUnp } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { sendAct } from "../pages/contract.ts";
import { button, dialog, field, fileField } from "../pages/form.ts";
import { fillSoleProprietor, register } from "../pages/way-in.ts";

const WHY = "В акте указан портал, которым мы не пользуемся";
const PUT_RIGHT = "Исправлено описание по письму клиента";

test("a sole proprietor: a refusal with its reason, a corrected act, and a signature", async ({ browserOf, staff }) => {
  const unp = newUnp();
  const person = await newcomer("sole-proprietor");
  const page = await browserOf(person);
  await page.goto("/cabinet/company/new");
  await fillSoleProprietor(page, unp);
  await register(page);
  await expect(page).toHaveURL(/\/cabinet$/);

  const payer = { name: "ИП ПЕТРОВ ПЁТР ПЕТРОВИЧ", unp, iban: null };
  const { id } = await activated(await concluded(await orderOf(person), payer));
  const accountant = await staff("accountant");
  await sendAct(accountant, id, "post", "RR987654321BY");
  const first = await actOf(id);

  await test.step("a refusal without a reason is no refusal", async () => {
    await page.goto(`/cabinet/contracts/${id}`);
    const asked = await dialog(page, ru.cabinet("actions.refuse-act.title"), ru.cabinet("actions.refuse-act.open"));
    const reason = field(asked, ru.cabinet("actions.refusal"));
    await reason.fill("нет");
    await button(asked, ru.cabinet("actions.refuse-act.submit")).click();
    await expect(reason).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
    expect(await contractFacts(id)).toMatchObject({ act: "sent" });

    await reason.fill(WHY);
    await button(asked, ru.cabinet("actions.refuse-act.submit")).click();
    await expect(asked).toBeHidden();
    await expect(page.getByRole("main")).toContainText(ru.contract("status.act-refused"));
    await expect(page.getByRole("main")).toContainText(WHY);
  });

  await test.step("the house sees the refusal in its queue and issues a corrected act", async () => {
    await accountant.goto("/staff/acts?state=refused");
    await expect(accountant.getByRole("main")).toContainText(first.number);
    await accountant.goto(`/staff/contracts/${id}`);
    await expect(accountant.getByRole("main")).toContainText(WHY);
    const asked = await dialog(accountant, ru.staff("step.correct-act"));
    await field(asked, ru.staff("reasonLabel")).fill(PUT_RIGHT);
    await button(asked, ru.staff("step.correct-act")).click();
    await expect(asked).toBeHidden();
    const corrected = await actOf(id);
    expect(corrected.number, "a number of its own").not.toBe(first.number);
    await sendAct(accountant, id, "post", "RR987654322BY");
    const paper = await page.request.get(`/api/acts/${corrected.id}/pdf`);
    expect(wordsOf(await paper.body())).toContain(first.number);
  });

  await test.step("the corrected act is received and signed", async () => {
    await page.reload();
    const received = await dialog(
      page,
      ru.cabinet("actions.confirm-act-received.title"),
      ru.cabinet("actions.confirm-act-received.open"),
    );
    await button(received, ru.cabinet("actions.confirm-act-received.submit")).click();
    await expect(received).toBeHidden();
    const asked = await dialog(page, ru.cabinet("actions.sign-act.title"), ru.cabinet("actions.sign-act.open"));
    await fileField(asked, ru.cabinet("actions.signedFile")).setInputFiles(scan("akt.pdf"));
    await expect(asked.getByText("akt.pdf")).toBeVisible();
    await button(asked, ru.cabinet("actions.sign-act.submit")).click();
    await expect(asked).toBeHidden();
    expect(await contractFacts(id)).toMatchObject({ act: "signed" });
    const told = page.getByRole("main");
    await expect(told).toContainText(new RegExp(`Отказ подписать акт №\\s${first.number}`));
    await expect(told).toContainText(new RegExp(`Акт №\\s${(await actOf(id)).number} подписан`));
  });
});

async function actOf(contractId: string): Promise<{ id: string; number: string }> {
  const [row] = await ownerSql()<{ id: string; number: string }[]>`
    select id, number from acts where contract_id = ${contractId} and status <> 'replaced'`;
  if (!row) throw new Error("no act");
  return row;
}
