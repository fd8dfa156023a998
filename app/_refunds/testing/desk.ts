import { insertPayment, makeParty, makeStaff } from "#/app/_testing/fixtures.ts";
import { type Db, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import type { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Actor, StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Ground } from "#/lib/refund/refund.ts";
import * as flow from "../flow.ts";

type Who = Parameters<typeof flow.approveRefund>[2];
type Owner = Awaited<ReturnType<typeof testDatabase>>["owner"];

export const NOW = new Date("2026-05-06T12:00:00+03:00");
export const REASON = "перевели дважды по ошибке";
const BENEFICIARY = {
  name: "ООО «Ромашка»",
  unp: null,
  iban: "BY48AKBB30120000000000000001",
  bic: "AKBBBY2X",
};

/** People, money and the moves of refunds on a database of a test's own. */
export async function refundDesk(db: Db, owner: Owner) {
  const party = await makeParty(db);
  const staff = {
    accountant: await makeStaff(db, "accountant"),
    second: await makeStaff(db, "accountant"),
    lawyer: await makeStaff(db, "lawyer"),
    director: await makeStaff(db, "director"),
  };
  const as = <T>(actor: Actor, work: (tx: Tx, who: Who) => Promise<T>): Promise<T> =>
    inTenant(db, actor.kind === "system" ? actor : tenantOf(actor as StaffActor), (tx) =>
      work(tx, { actor, origin: NO_ORIGIN, now: NOW }),
    );

  /** A payment of nobody. */
  const money = (amount: bigint): Promise<string> => insertPayment(db, { amount, creditedOn: asDay("2026-05-05") });
  const ask = (
    paymentId: string,
    actor: Actor = staff.accountant,
    ground: Ground = "mistake",
    contractId: string | null = null,
  ) => as(actor, (tx, who) => flow.askRefund(tx, { paymentId, contractId, ground, reason: REASON, iban: null }, who));

  async function asked(amount: bigint): Promise<string> {
    const done = await ask(await money(amount));
    if (!done.ok) throw new Error(done.error.code);
    return done.value.refundId;
  }
  const grant = (refundId: string, actor: Actor = staff.lawyer, amount: bigint | null = null) =>
    as(actor, (tx, who) => flow.grantRefund(tx, { refundId, amount, note: "" }, who));
  const prepare = (refundId: string, actor: Actor = staff.accountant, at = NOW) =>
    as(actor, (tx, who) => flow.prepareRefund(tx, { refundId, ...BENEFICIARY }, { ...who, now: at }));
  const preparedAt = async (refundId: string) =>
    new Date((await owner`select prepared_at from refunds where id = ${refundId}`)[0]?.prepared_at ?? 0);
  const approve = async (refundId: string, actor: Actor = staff.director, seen?: Date) => {
    const input = { refundId, preparedAt: seen ?? (await preparedAt(refundId)) };
    return as(actor, (tx, who) => flow.approveRefund(tx, input, who));
  };

  async function approved(amount: bigint): Promise<{ id: string; number: string; purpose: string }> {
    const id = await asked(amount);
    for (const step of [grant, prepare, approve]) {
      const done = await step(id);
      if (!done.ok) throw new Error(done.error.code);
    }
    const [row] = await owner`select number, payment_order ->> 'purpose' as purpose from refunds where id = ${id}`;
    return { id, number: row!.number as string, purpose: row!.purpose as string };
  }

  /** A debit line of a statement of its own, as the bank would bring it. */
  async function debit(
    amount: bigint,
    purpose: string,
    { iban = BENEFICIARY.iban, statementId = crypto.randomUUID() } = {},
  ) {
    const line = { amount, creditedOn: asDay("2026-05-06"), side: "debit", purpose, payerIban: iban } as const;
    return { id: await insertPayment(db, { ...line, statementId }), statementId };
  }
  const stateOf = async (id: string) => (await owner`select state from refunds where id = ${id}`)[0]!.state as string;
  const booked = async (id: string) =>
    (
      await owner`select source, debit, credit, amount::text from ledger_entries where source_id = ${id} order by posted_at, source`
    ).map(({ source, debit: d, credit, amount }) => `${source}: ${d} ${credit} ${amount}`);

  const moves = { ask, asked, grant, prepare, preparedAt, approve, approved };
  return { party, staff, as, money, debit, stateOf, booked, ...moves };
}
