import "server-only";

import { and, desc, eq } from "drizzle-orm";

import type { StepDone, StepSpec } from "#/app/_actions/contract/spec.ts";
import * as specs from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { insertPayment, placeOrder } from "#/app/_testing/contracts.ts";
import { makeParty, makeStaff, type Party } from "#/app/_testing/people.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { allocations, refunds } from "#/db/schema/index.ts";
import { audit } from "#/db/testing/audit.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { Actor, StaffActor } from "#/lib/access/actor.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Contract, currentInvoice, MONEY_OUTCOMES } from "#/lib/contract/contract.ts";
import { SIDES, type Side, STEPS, type Step, sideMayTake, stepsFrom, wordsFor } from "#/lib/contract/machine.ts";
import { type Circumstance, moveCircumstance } from "./force-majeure-moves.ts";
import { atOnce, defineProof, type House, type Random, withDatabase } from "./proof.ts";
import { moveRefund } from "./refund-moves.ts";

const CLIENTS = 8;
/** So few contracts at a time that clients meet on one all the time. */
const OPEN = 24;
const DAY = 86_400_000;
/** Eight days of force majeure, eight without. */
const CIRCUMSTANCE_EVERY = 200;
const SYSTEM = { kind: "system", job: "prove-ledger" } as const;
const REASON = "Решение бухгалтера при проверке";

type Table = {
  party: Party;
  contracts: string[];
  payments: string[];
  /** The newest payment whose purpose names the contract's invoice with its date, as 3.4 wants. */
  named: Map<string, string>;
  staff: Record<"sales" | "accountant" | "second" | "lawyer" | "director", StaffActor>;
  now: Date;
  circumstance: Circumstance;
};
type Anchor = { contractId: string; version: number };
type AnySpec = StepSpec<Anchor, unknown>;
const SPECS = new Map<Step, AnySpec>(Object.values(specs).map((spec) => [spec.step, spec as unknown as AnySpec]));

export const proof = defineProof({
  what: `${CLIENTS} clients take random steps on the same contracts; then every sum, place and chain`,
  sizes: { steps: { full: 200_000, smoke: 400 } },
  async run(house, { steps }) {
    return withDatabase(house, CLIENTS, async (db, owner) => {
      const { random } = house;
      const now = new Date("2026-04-15T09:00:00+03:00");
      const table: Table = {
        party: await makeParty(db, "legalEntity", { now }),
        contracts: [],
        payments: [],
        named: new Map(),
        staff: {
          sales: await makeStaff(db, "sales"),
          accountant: await makeStaff(db, "accountant"),
          second: await makeStaff(db, "accountant"),
          lawyer: await makeStaff(db, "lawyer"),
          director: await makeStaff(db, "director"),
        },
        now,
        circumstance: null,
      };
      /** Acknowledged steps of each kind, by this side's own count. */
      const took = new Map<string, number>();
      const count = (what: string) => took.set(what, (took.get(what) ?? 0) + 1);
      let [refusals, accidents] = [0, 0];
      const broken: string[] = [];
      await atOnce(CLIENTS, steps, async (n) => {
        // A month passes in 700 steps: invoices expire, silence becomes acceptance.
        if (n % 24 === 0) table.now = new Date(table.now.getTime() + DAY);
        try {
          // One hand only, so that what lasts is known.
          if (n % CIRCUMSTANCE_EVERY === CIRCUMSTANCE_EVERY - 1) {
            const { staff, circumstance } = table;
            table.circumstance = await moveCircumstance(db, random, staff.director, table.now, circumstance);
            return;
          }
          if (table.contracts.length < OPEN || random.chance(0.04)) {
            table.contracts.push((await placeOrder(db, table.party, [{ months: 1 }], { now: table.now })).id);
            count("place-order");
            count("issue-invoice");
            return;
          }
          if (table.payments.length < 12 || random.chance(0.05)) {
            const amount = random.pick([4900n, 4900n, 2450n, 9800n, BigInt(1 + random.int(6000))]);
            await receive(db, random, table, amount);
            return;
          }
          if (random.chance(0.08)) {
            const moved = await moveRefund(db, random, Object.values(table.staff), table.now);
            if (moved === null) return;
            if (moved.ok) count(moved.value);
            else refusals++;
            return;
          }
          const contractId = random.pick(table.contracts.slice(-OPEN));
          const answer = await attempt(db, random, table, contractId);
          if (answer === null) return;
          if (!answer.result.ok) refusals++;
          else {
            count(answer.step);
            // Its refund is taken back with it, in a chain of its own.
            if (answer.step === "keep-payment") count("withdraw-refund");
          }
        } catch (error) {
          // A wall of the database: the step failed whole, and the audit below would see what it left.
          accidents++;
          broken.push(String((error as { cause?: unknown }).cause ?? error));
        }
      });
      await check(house, owner, took);
      const shown = [...took].sort(([, a], [, b]) => b - a);
      return {
        "steps acknowledged": shown.reduce((sum, [, n]) => sum + n, 0),
        "of them": shown.map(([step, n]) => `${step} ${n}`).join(", "),
        refused: refusals,
        "stopped by a wall of the database": accidents,
        walls: [...new Set(broken.map((one) => one.slice(0, 90)))].slice(0, 4).join("; ") || "none",
      };
    });
  },
});

/** Money comes: mostly with a purpose that names somebody's invoice, else with one that names none. */
async function receive(db: Db, random: Random, table: Table, amount: bigint) {
  const contractId = random.pick(table.contracts.slice(-OPEN));
  const contract = await inTenant(db, SYSTEM, (tx) => findContract(tx, SYSTEM, contractId));
  const invoice = contract && random.chance(0.8) ? currentInvoice(contract) : undefined;
  const purpose = invoice && `Оплата по счету № ${invoice.number} от ${formatDay(invoice.issuedOn)}`;
  const id = await insertPayment(db, { amount, creditedOn: dayInMinsk(table.now), ...(purpose && { purpose }) });
  table.payments.push(id);
  if (table.payments.length > 40) table.payments.shift();
  if (invoice) table.named.set(contractId, id);
}

async function check(house: House, owner: Parameters<typeof audit>[0], took: Map<string, number>) {
  const { problems } = await audit(owner);
  for (const problem of problems) house.violated(problem);
  const recorded =
    await owner`select step, count(*)::int as n from evidence where contract_id is not null group by step`;
  for (const { step, n } of recorded) {
    // Acceptance and the act at activation follow by themselves: nobody here was told of them.
    if (step === "accept-offer" || step === "issue-act") continue;
    if (n !== (took.get(step) ?? 0)) house.violated(`${step}: ${took.get(step) ?? 0} acknowledged, ${n} recorded`);
  }
  const [rows] = await owner`select count(*)::int as n from allocations`;
  const told = ["allocate-payment", "allocate-at-discretion", "release-allocation"];
  const moves = told.reduce((sum, step) => sum + (took.get(step) ?? 0), 0);
  if (rows!.n !== moves) house.violated(`${moves} allocations acknowledged, ${rows!.n} rows`);
}

/** Reads a contract, chooses a step as somebody who saw it would (or blindly), and takes it in a later transaction. */
async function attempt(
  db: Db,
  random: Random,
  table: Table,
  contractId: string,
): Promise<{ step: Step; result: ActionResult<StepDone> } | null> {
  const seen = (await inTenant(db, SYSTEM, (tx) => findContract(tx, SYSTEM, contractId)))!;
  const possible = stepsFrom(seen).filter((step) => step !== "cancel-order" || random.chance(0.1));
  const step = possible.length > 0 && random.chance(0.85) ? random.pick(possible) : random.pick(STEPS);
  const spec = SPECS.get(step);
  // Nobody takes these by themselves: they follow, or are another step's second name.
  if (!spec || step === "accept-offer") return null;
  const actor = actorFor(step, random, table);
  const given = table.now;
  const result = await orUndo<StepDone>(
    (body) => inTenant(db, tenantOf(actor), body),
    async (tx) => {
      const input = await inputFor(tx, step, seen, random, table, actor);
      const context = { tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, given) };
      // The house does a customer's step with the customer's word, and now and then tries without.
      const asked = actor.kind === "staff" && !sideMayTake("staff", step) && random.chance(0.9);
      const onBehalf = asked ? await wordOf(tx, step, seen, random, table, actor) : undefined;
      return takeStep(context, spec, { contractId, version: seen.version, ...input, ...(onBehalf && { onBehalf }) });
    },
  );
  const late = step === "sign-act" && seen.act === "deemed";
  return { step: late ? "attach-late-signature" : step, result };
}

function actorFor(step: Step, random: Random, { party, staff }: Table): Actor {
  const sides: Record<Side, Actor> = {
    customer: party.owner,
    staff: staff.accountant,
    behalf: staff.accountant,
    system: SYSTEM,
  };
  const fitting = SIDES.filter((side) => sideMayTake(side, step));
  if (random.chance(0.05)) return sides[random.pick(["customer", "staff", "system"] as const)];
  return sides[random.pick(fitting)];
}

async function inputFor(
  tx: Tx,
  step: Step,
  contract: Contract,
  random: Random,
  table: Table,
  actor: Actor,
): Promise<object> {
  const today = dayInMinsk(table.now);
  const invoiceId = currentInvoice(contract)?.id ?? crypto.randomUUID();
  const file = (partyId: string | null, kind: "activation" | "signed-act") => keep(tx, actor, table, partyId, kind);
  switch (step) {
    case "allocate-payment":
    case "allocate-at-discretion":
      return {
        paymentId: (random.chance(0.7) ? table.named.get(contract.id) : null) ?? random.pick(table.payments),
        invoiceId,
        reason: REASON,
        ...(random.chance(0.2) ? { amount: BigInt(1 + random.int(5000)) } : {}),
      };
    case "release-allocation": {
      const [row] = await allocationsOf(tx, contract.id);
      return { allocationId: row ?? crypto.randomUUID(), reason: REASON };
    }
    case "ask-difference":
      return { paymentId: random.pick(table.payments), carried: BigInt(random.int(5000)), reason: REASON };
    case "return-payment":
      return { paymentId: random.pick(table.payments), invoiceId, reason: REASON };
    case "keep-payment": {
      const [row] = await returnsOf(tx, contract.id);
      return { returnId: row ?? crypto.randomUUID(), reason: REASON };
    }
    case "correct-activation":
      return { lineId: contract.lines[0]!.id, activatedOn: today, startsOn: "", reason: REASON };
    case "activate-access":
      return {
        lineId: contract.lines[0]!.id,
        activatedOn: today,
        evidenceFileId: actor.kind === "staff" ? await file(null, "activation") : crypto.randomUUID(),
        note: "",
      };
    case "send-act":
      return { channel: "edi", sentOn: today, ediDocumentId: "EDN-1", trackingNumber: "" };
    case "confirm-act-received":
      return { receivedOn: today };
    case "settle-money-question":
      return { outcome: random.pick(MONEY_OUTCOMES), reason: REASON };
    case "declare-force-majeure":
    case "end-force-majeure":
      return { caseId: contract.forceMajeure.length > 0 ? random.pick(contract.forceMajeure).id : crypto.randomUUID() };
    case "sign-act":
      return { signedOn: today, signedFileId: await file(contract.partyId, "signed-act") };
    default:
      return { reason: REASON };
  }
}

/** The customer's word in one of the ways that are enough for the step. */
async function wordOf(tx: Tx, step: Step, contract: Contract, random: Random, table: Table, actor: Actor) {
  const ways = wordsFor(step);
  const how = ways.length > 0 ? random.pick(ways) : "phone";
  return {
    how,
    reason: REASON,
    ...(how === "paper" && { fileId: await keep(tx, actor, table, contract.partyId, "refusal") }),
  };
}

async function keep(
  tx: Tx,
  actor: Actor,
  table: Table,
  partyId: string | null,
  kind: "activation" | "signed-act" | "refusal",
): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7\n% ${crypto.randomUUID()}\n%%EOF\n`);
  const file = { partyId, kind, name: "a.pdf", mediaType: "application/pdf", bytes };
  return (await insertFile(tx, actor, table.now, file))!.id;
}

async function returnsOf(tx: Tx, contractId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.contractId, contractId), eq(refunds.state, "requested")));
  return rows.map(({ id }) => id);
}

async function allocationsOf(tx: Tx, contractId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: allocations.id })
    .from(allocations)
    .where(eq(allocations.contractId, contractId))
    .orderBy(desc(allocations.at));
  return rows.map(({ id }) => id);
}
