import "server-only";

import { createHash } from "node:crypto";

import { orderAndInvoice } from "#/app/_actions/contract/order-and-invoice.ts";
import type { StepSpec } from "#/app/_actions/contract/spec.ts";
import {
  activateAccessStep,
  confirmActReceivedStep,
  deemActStep,
  expireInvoiceStep,
  refuseActStep,
  sendActStep,
  signActStep,
} from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { importStatement } from "#/app/_payments/import-statement.ts";
import { matchStatement } from "#/app/_payments/match-statement.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { editionsToShow } from "#/db/queries/offer.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { Actor, CustomerActor } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import type { People } from "./people.ts";
import { proofFile } from "./proof.ts";
import type { Happening } from "./scenario.ts";
import { statementOf } from "./statement.ts";

const CLOCK = { kind: "system", job: "clock" } as const;

/** One happening of the scenario, by the same steps that people take in the browser. A refusal is a broken scenario. */
export async function happen(
  db: Db,
  people: People,
  orders: Map<string, string>,
  event: Happening,
  now: Date,
): Promise<void> {
  await runClocks(db, orders, now);
  if (event.what === "order") return order(db, people.owners.get(event.party)!, orders, event, now);
  if (event.what === "statement") return statement(db, people, orders, event, now);

  const id = orders.get(event.order)!;
  const contract = await read(db, id);
  const today = dayInMinsk(now);
  const base = { contractId: id, version: contract.version };
  const owner = [...people.owners.values()].find(({ partyId }) => partyId === contract.partyId)!;
  const accountant = people.staff.get("accountant")!;
  switch (event.what) {
    case "activate": {
      const sales = people.staff.get("sales")!;
      for (const line of contract.lines) {
        const evidenceFileId = await keep(db, sales, contract, "activation", now);
        await take(
          db,
          sales,
          activateAccessStep,
          { ...base, lineId: line.id, activatedOn: today, evidenceFileId, note: "" },
          now,
        );
      }
      return;
    }
    case "send-act": {
      const channel = contract.party.actChannel;
      return take(
        db,
        accountant,
        sendActStep,
        { ...base, channel, sentOn: today, ediDocumentId: "002-4819001510007-01-145", trackingNumber: "RR100200300BY" },
        now,
      );
    }
    case "receive-act":
      return take(db, owner, confirmActReceivedStep, { ...base, receivedOn: today }, now);
    case "sign-act":
      return take(
        db,
        owner,
        signActStep,
        { ...base, signedOn: today, signedFileId: await keep(db, owner, contract, "signed-act", now) },
        now,
      );
    case "refuse-act":
      return take(db, owner, refuseActStep, { ...base, reason: event.reason, fileId: null }, now);
  }
}

async function order(
  db: Db,
  owner: CustomerActor,
  orders: Map<string, string>,
  event: Extract<Happening, { what: "order" }>,
  now: Date,
) {
  const shown = await editionsToShow(db, dayInMinsk(now));
  if (!shown) throw new Error(`no edition in force on ${dayInMinsk(now)}`);
  const lines = [{ portal: event.portal, months: event.months, renewal: false }];
  const input = {
    lines,
    offerId: shown.offer.id,
    priceListId: shown.priceList.id,
    rulesId: shown.rules.id,
    read: true as const,
  };
  const done = await inTenant(db, owner, (tx) => orderAndInvoice({ tx, actor: owner, input, now, origin: NO_ORIGIN }));
  if (!done.ok) throw new Error(`order ${event.order}: ${JSON.stringify(done.error)}`);
  orders.set(event.order, done.value.contractId);
}

async function statement(
  db: Db,
  people: People,
  orders: Map<string, string>,
  event: Extract<Happening, { what: "statement" }>,
  now: Date,
) {
  const accountant = people.staff.get("accountant")!;
  const paid = await Promise.all(
    event.pays.map(async (pay) => ({ pay, contract: pay.order ? await read(db, orders.get(pay.order)!) : null })),
  );
  const bytes = await inTenant(db, accountant, (tx) => statementOf(tx, paid, dayInMinsk(now)));
  const imported = await inTenant(db, accountant, async (tx) => {
    const file = await insertFile(tx, accountant, now, {
      partyId: null,
      kind: "statement",
      name: `vypiska-${dayInMinsk(now)}.txt`,
      mediaType: "text/plain",
      bytes,
    });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return importStatement(tx, { id: file!.id, sha256, bytes }, { actor: accountant, origin: NO_ORIGIN, now });
  });
  if (!imported.ok) throw new Error(`statement: ${JSON.stringify(imported.error)}`);
  await matchStatement(db, imported.value.statementId, now);
}

/** What the worker would have done by this day: expired invoices and accepted silence. */
async function runClocks(db: Db, orders: Map<string, string>, now: Date) {
  for (const contractId of orders.values())
    for (const spec of [expireInvoiceStep, deemActStep])
      await inTenant(db, CLOCK, async (tx) =>
        takeStep({ tx, actor: CLOCK, origin: NO_ORIGIN, given: await givenAt(tx, now) }, spec, { contractId }),
      );
}

async function take<I extends { contractId: string; version?: number }, F>(
  db: Db,
  actor: Actor,
  spec: StepSpec<I, F>,
  input: I,
  now: Date,
) {
  const done = await inTenant(db, tenantOf(actor), async (tx) =>
    takeStep({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) }, spec, input),
  );
  if (!done.ok) throw new Error(`${spec.step}: ${JSON.stringify(done.error)}`);
}

const keep = (db: Db, actor: Actor, contract: Contract, kind: "activation" | "signed-act", now: Date) =>
  inTenant(db, tenantOf(actor), async (tx: Tx) => {
    const file = await insertFile(tx, actor, now, {
      partyId: contract.partyId,
      kind,
      name: `${kind}.pdf`,
      mediaType: "application/pdf",
      bytes: proofFile(kind, contract.id),
    });
    return file!.id;
  });

async function read(db: Db, id: string): Promise<Contract> {
  const contract = await inTenant(db, CLOCK, (tx) => findContract(tx, CLOCK, id));
  if (!contract) throw new Error(`no contract ${id}`);
  return contract;
}
