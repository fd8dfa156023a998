import { translator } from "#/lib/messages/messages.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { activated, contractFacts, importPayments, paymentOf } from "../fixtures/contracts.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { wordsOf } from "../fixtures/papers.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { placeOrder, sendAct, takeDueSteps } from "../pages/contract.ts";
import { choice, field, link } from "../pages/form.ts";
import { fillIndividual, register, signUp } from "../pages/way-in.ts";

const layout = translator("ru", "layout");

test("a person: the act by post, five working days of silence, and the period to its end", async ({ page, staff }) => {
  test.setTimeout(180_000);
  const portal = `anna-${Date.now().toString(36)}.bitrix24.by`;
  const payer = { name: "СИДОРОВА АННА СЕРГЕЕВНА", unp: null, iban: null };
  let contractId = "";

  await page.goto("/sign-up");
  const email = await signUp(page);
  await fillIndividual(page);
  await register(page);
  await expect(page).toHaveURL(/\/cabinet$/);
  await link(page.getByRole("main"), layout("cabinet.order")).click();
  await field(page, ru.cabinet("order.portal")).fill(portal);
  await choice(page, "1 месяц").check();
  contractId = await placeOrder(page);

  await test.step("without a УНП the payment is proposed to the accountant, who sets it against the invoice", async () => {
    const order = await contractFacts(contractId);
    await concludedByHand(order.id);
  });

  await test.step("the act goes by post", async () => {
    await activated(await contractFacts(contractId));
    await sendAct(await staff("accountant"), contractId, "post", "RR123456789BY");
    await page.reload();
    await expect(page.getByRole("main")).toContainText(ru.contract("status.act-sent"));
    await expect(page.getByRole("main")).toContainText("RR123456789BY");
  });

  await test.step("the last day of silence is still the customer's", async () => {
    await clock.skipWorkingDays(5);
    await takeDueSteps(await staff("accountant"));
    expect(await contractFacts(contractId)).toMatchObject({ act: "sent" });
  });

  await test.step("the day after it the act is accepted, with a protocol", async () => {
    await clock.skipWorkingDays(1);
    await takeDueSteps(await staff("accountant"));
    const { act, actId } = await contractFacts(contractId);
    expect(act).toBe("deemed");
    await page.reload();
    await expect(page.getByRole("main")).toContainText(/Акт №\s\S+ принят по молчанию/);
    const protocol = await page.request.get(`/api/acts/${actId}/protocol`);
    expect(protocol.status()).toBe(200);
    const [row] = await ownerSql()<{ number: string }[]>`select number from acts where id = ${actId}`;
    const text = wordsOf(await protocol.body());
    for (const word of [row?.number ?? "", "3.8", "Сидорова Анна Сергеевна"]) expect(text).toContain(word);
    await letterTo(email, /акт/i);
    await expectAccessible(page);
    await picture(page, "journey-deemed-1440");
  });

  await test.step("the day after the last paid day the contract is over, and nothing renews itself", async () => {
    const [row] = await ownerSql()<{ endsOn: string }[]>`
      select ends_on::text as "endsOn" from contracts where id = ${contractId}`;
    await clock.moveTo(row?.endsOn as never);
    await takeDueSteps(await staff("accountant"));
    expect(await contractFacts(contractId)).toMatchObject({ stage: "active" });
    await clock.skipDays(1);
    await takeDueSteps(await staff("accountant"));
    expect(await contractFacts(contractId)).toMatchObject({ stage: "ended" });
    await page.reload();
    await expect(page.getByRole("main")).toContainText(ru.contract("status.ended"));
    await expect(link(page, ru.cabinet("portals.renew")).first()).toBeVisible();
  });

  async function concludedByHand(id: string) {
    const accountant = await staff("accountant");
    const { invoice } = await contractFacts(id);
    await importPayments([await paymentOf(await contractFacts(id), payer)]);
    if ((await contractFacts(id)).stage === "concluded") return;
    await accountant.goto("/staff/payments");
    await accountant
      .getByRole("link", { name: /СИДОРОВА АННА/ })
      .first()
      .click();
    await accountant
      .getByRole("button", { name: new RegExp(`№\\s${invoice.number}`) })
      .first()
      .click();
    await expect.poll(async () => (await contractFacts(id)).stage).toBe("concluded");
  }
});
