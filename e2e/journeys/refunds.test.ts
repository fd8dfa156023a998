import { must } from "../fixtures/actions.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { clock } from "../fixtures/clock.ts";
import { contractFacts, importPayments, orderOf, paymentOf } from "../fixtures/contracts.ts";
import { eventually } from "../fixtures/eventually.ts";
import { ownerSql } from "../fixtures/house.ts";
import { letterTo } from "../fixtures/mailbox.ts";
import { ownerOf, staffVisitor } from "../fixtures/people.ts";
import { picture } from "../fixtures/screens.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ru } from "../fixtures/words.ts";
import { button, field } from "../pages/form.ts";

const WHY = "Перевели на пять рублей больше, чем в счёте";
const IBAN = "BY48AKBB30120000000000000001";
const MORE = 500n;

test("an overpayment goes back through four pairs of hands, and the bank's own line closes it", async ({
  browserOf,
  staff,
}) => {
  test.setTimeout(180_000);
  const owner = await ownerOf(undefined, "refund");
  const order = await orderOf(owner);
  const payer = { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: IBAN };
  await importPayments([await paymentOf(order, payer, { amount: order.invoice.total + MORE })]);
  const [money] = await ownerSql()<{ id: string }[]>`
    select id from payments where purpose like ${`%${order.invoice.number}%`} and side = 'credit'`;
  const { version, invoice } = await contractFacts(order.id);
  await must(await staffVisitor("staff: accountant"), "allocatePaymentAction", {
    ...{ contractId: order.id, version, paymentId: money?.id, invoiceId: invoice.id },
  });

  const customer = await browserOf(owner);
  await customer.goto("/cabinet/refunds");
  await customer.getByLabel(ru.refunds("cabinet.money")).selectOption({ index: 1 });
  await field(customer, ru.refunds("cabinet.reason")).fill(WHY);
  await button(customer, ru.refunds("cabinet.submit")).click();
  await expect(customer.getByText(ru.refunds("cabinet.why.requested"))).toBeVisible();
  await expectAccessible(customer);
  await picture(customer, "journey-refund-asked");

  const [refund] = await ownerSql()<{ id: string }[]>`select id from refunds where payment_id = ${money?.id ?? ""}`;
  const at = async (page: Page) => {
    await page.goto(`/staff/refunds/${refund?.id}`);
    await expect(page.getByRole("main")).toContainText(WHY);
    return page;
  };
  const lawyer = await at(await staff("lawyer"));
  await expect(button(lawyer, ru.refunds("approve.submit")), "no step is skipped").toHaveCount(0);
  await button(lawyer, ru.refunds("grant.submit")).click();
  await expect(lawyer.getByText(ru.refunds("state.granted")).first()).toBeVisible();

  const accountant = await at(await staff("accountant"));
  await expect(field(accountant, ru.refunds("prepare.iban"))).toHaveValue(IBAN);
  await button(accountant, ru.refunds("prepare.submit")).click();
  await expect(accountant.getByText(ru.refunds("order.lead"))).toBeVisible();
  await expect(accountant.getByText(ru.refunds("own")), "nobody approves their own").toBeVisible();
  await expect(button(accountant, ru.refunds("approve.submit"))).toHaveCount(0);
  await expectAccessible(accountant);
  await picture(accountant, "journey-refund-prepared");

  const director = await at(await staff("director"));
  await button(director, ru.refunds("approve.submit")).click();
  await expect(director.getByText(ru.refunds("state.approved")).first()).toBeVisible();

  const [prepared] = await ownerSql()<{ purpose: string }[]>`
    select payment_order ->> 'purpose' as purpose from refunds where id = ${refund?.id ?? ""}`;
  await importPayments([
    { amount: MORE, purpose: prepared?.purpose ?? "", day: await clock.today(), payer, side: "debit" },
  ]);
  await eventually("the refund to be closed by its line", async () => {
    const [row] = await ownerSql()`select 1 from refunds where id = ${refund?.id ?? ""} and state = 'paid'`;
    return row ? true : null;
  });
  await customer.reload();
  await expect(customer.getByText(ru.refunds("cabinet.why.paid"))).toBeVisible();
  await letterTo(owner.email, /возвращены/i);
});
