import "server-only";

import type { StepDone, StepSpec } from "#/app/_actions/contract/spec.ts";
import {
  activateAccessStep,
  allocatePaymentStep,
  confirmActReceivedStep,
  correctActStep,
  issueInvoiceStep,
  refuseActStep,
  sendActStep,
  signActStep,
} from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { offerFacts } from "#/db/queries/offer.ts";
import { runningUntil } from "#/db/queries/payments.ts";
import { payments, statements } from "#/db/schema/index.ts";
import { insertOrder } from "#/db/writes/contracts.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { post } from "#/db/writes/ledger.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { placeOrder as decideOrder } from "#/lib/contract/steps/place-order.ts";
import { ofPayment } from "#/lib/ledger/ledger.ts";
import { makeStaff, type Party } from "./people.ts";

/** When a fixture happens; everything is decided as of this moment, so a test may live in any year of the calendar. */
export type When = { now?: Date };
type OrderLine = { portal?: string; months?: number };

const SYSTEM = { kind: "system", job: "fixture" } as const;

/** The contract as it stands now. */
export async function readContract(db: Db, id: string): Promise<Contract> {
  const contract = await inTenant(db, SYSTEM, (tx) => findContract(tx, SYSTEM, id));
  if (!contract) throw new Error(`no contract ${id}`);
  return contract;
}

/** Takes a real step as `actor` and throws its refusal: a fixture that is refused is a broken test. */
export async function take<Input extends { contractId: string }, Facts>(
  db: Db,
  actor: Actor,
  spec: StepSpec<Input, Facts>,
  input: Input,
  { now = new Date() }: When = {},
): Promise<StepDone> {
  return inTenant(db, tenantOf(actor), async (tx) => {
    const done = await takeStep({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) }, spec, input);
    if (!done.ok) throw new Error(`${spec.step}: ${JSON.stringify(done.error)}`);
    return done.value;
  });
}

/** An order of the party's owner with its invoice (3.1). Lines without a portal get one that nobody else has. */
export async function placeOrder(
  db: Db,
  party: Party,
  lines: OrderLine[] = [{}],
  { now = new Date() }: When = {},
): Promise<Contract> {
  const id = crypto.randomUUID();
  await inTenant(db, tenantOf(party.owner), async (tx) => {
    const given = await givenAt(tx, now);
    const facts = await offerFacts(tx, party.id, given.today);
    if (!facts) throw new Error("no offer in force");
    const asked = lines.map(({ portal = `p-${crypto.randomUUID().slice(0, 8)}.bitrix24.by`, months = 3 }) => ({
      portal,
      months,
      renewal: true,
    }));
    const portals = asked.map(({ portal }) => portal);
    const order = decideOrder(
      { lines: asked, offerId: facts.offer.id, priceListId: facts.priceList.id, rulesId: facts.rules.id, read: true },
      given,
      { ...facts, runningUntil: await runningUntil(tx, party.id, portals, given.today) },
    );
    if (!order.ok) throw new Error(JSON.stringify(order.error));
    await insertOrder(tx, id, party.id, order.value, { actor: party.owner, origin: NO_ORIGIN, now });
  });
  await take(db, SYSTEM, issueInvoiceStep, { contractId: id, version: 1 }, { now });
  return readContract(db, id);
}

/** A credit line of a bank statement, as if it had been imported. */
export async function insertPayment(db: Db, line: PaymentInput): Promise<string> {
  const { amount, creditedOn, orderedOn = creditedOn, purpose = "Оплата по счету" } = line;
  const { side = "credit", payerIban = null, statementId = crypto.randomUUID() } = line;
  const id = crypto.randomUUID();
  const account = "BY03ALFA30122J07130010270000";
  await inTenant(db, SYSTEM, async (tx) => {
    const file = await keep(tx, null, "statement");
    const statement = {
      id: statementId,
      fileId: file,
      sha256: crypto.randomUUID(),
      format: "fixture",
      account,
      dateFrom: creditedOn,
      dateTo: creditedOn,
      opening: 0n,
      closing: amount,
      credits: amount,
      debits: 0n,
      lines: 1,
      newLines: 1,
      importedAt: new Date(),
      importedBy: "fixture",
    };
    await tx.insert(statements).values(statement).onConflictDoNothing({ target: statements.id });
    await tx.insert(payments).values({
      id,
      statementId,
      lineKey: id,
      position: 1,
      account,
      documentNumber: "1",
      documentDate: orderedOn,
      creditDate: creditedOn,
      amount,
      side,
      payerName: "ООО «Ромашка»",
      payerIban,
      purpose,
      state: side === "credit" ? "unidentified" : "none",
    });
    const came = { id, side, amount, creditDate: creditedOn } as const;
    await post(tx, { actor: SYSTEM, now: new Date() }, [ofPayment(came)]);
  });
  return id;
}
type PaymentInput = {
  amount: bigint;
  creditedOn: Day;
  orderedOn?: Day;
  purpose?: string;
  side?: "credit" | "debit";
  payerIban?: string;
  /** Of a statement that an earlier line brought. */
  statementId?: string;
};

/** Pays the contract's invoice (all that is due unless `amount` says less); in full it is the acceptance (6.1). */
export async function pay(
  db: Db,
  contract: Contract,
  { amount, now = new Date() }: When & { amount?: bigint } = {},
): Promise<Contract> {
  const { invoices } = await readContract(db, contract.id);
  const invoice = invoices[0]!;
  const paymentId = await insertPayment(db, {
    amount: amount ?? invoice.total - invoice.paid,
    creditedOn: dayInMinsk(now),
    purpose: `Оплата по счету № ${invoice.number}`,
  });
  const { version } = await readContract(db, contract.id);
  const input = { contractId: contract.id, version, paymentId, invoiceId: invoice.id };
  await take(db, SYSTEM, allocatePaymentStep, input, { now });
  return readContract(db, contract.id);
}

/** Activates every line (3.5); by the default settings the last one also issues the act. */
export async function activate(db: Db, contract: Contract, { now = new Date() }: When = {}): Promise<Contract> {
  const sales = await makeStaff(db, "sales", { now });
  for (const line of contract.lines) {
    const evidenceFileId = await inTenant(db, tenantOf(sales), (tx) => keep(tx, null, "activation"));
    const { version } = await readContract(db, contract.id);
    await take(
      db,
      sales,
      activateAccessStep,
      { contractId: contract.id, version, lineId: line.id, activatedOn: dayInMinsk(now), evidenceFileId, note: "" },
      { now },
    );
  }
  return readContract(db, contract.id);
}

/** Sends the issued act by the party's channel (3.6, 3.7); starts the five days of 3.8. */
export async function sendAct(db: Db, contract: Contract, { now = new Date() }: When = {}): Promise<Contract> {
  const accountant = await makeStaff(db, "accountant", { now });
  const { version, party } = await readContract(db, contract.id);
  const channel = party.actChannel;
  const sentOn = dayInMinsk(now);
  await take(
    db,
    accountant,
    sendActStep,
    { contractId: contract.id, version, channel, sentOn, ediDocumentId: "EDN-1", trackingNumber: "RR123456789BY" },
    { now },
  );
  return readContract(db, contract.id);
}

/** The customer confirms the receipt of the act; starts the three days of the answer. */
export async function receiveAct(db: Db, party: Party, contract: Contract, { now = new Date() }: When = {}) {
  const input = { contractId: contract.id, version: contract.version, receivedOn: dayInMinsk(now) };
  await take(db, party.owner, confirmActReceivedStep, input, { now });
  return readContract(db, contract.id);
}

/** The customer uploads the signed copy. */
export async function signAct(db: Db, party: Party, contract: Contract, { now = new Date() }: When = {}) {
  const signedFileId = await inTenant(db, tenantOf(party.owner), (tx) => keep(tx, party.id, "signed-act", party.owner));
  const input = { contractId: contract.id, version: contract.version, signedOn: dayInMinsk(now), signedFileId };
  await take(db, party.owner, signActStep, input, { now });
  return readContract(db, contract.id);
}

/** The customer refuses to sign, with the reason that 3.6 wants. */
export async function refuseAct(db: Db, party: Party, contract: Contract, { now = new Date() }: When = {}) {
  const input = { contractId: contract.id, version: contract.version, reason: "В акте указан другой портал" };
  await take(db, party.owner, refuseActStep, input, { now });
  return readContract(db, contract.id);
}

/** The accountant issues a corrected act after a refusal. */
export async function correctAct(db: Db, contract: Contract, { now = new Date() }: When = {}) {
  const accountant = await makeStaff(db, "accountant", { now });
  const input = { contractId: contract.id, version: contract.version, reason: "Исправлен адрес портала" };
  await take(db, accountant, correctActStep, input, { now });
  return readContract(db, contract.id);
}

async function keep(tx: Tx, partyId: string | null, kind: "activation" | "signed-act" | "statement", actor?: Actor) {
  const bytes = Buffer.from(`%PDF-1.7\n% ${kind} ${crypto.randomUUID()}\n%%EOF\n`);
  const file = { partyId, kind, name: `${kind}.pdf`, mediaType: "application/pdf", bytes };
  return (await insertFile(tx, actor ?? SYSTEM, new Date(), file))!.id;
}
