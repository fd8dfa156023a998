import "server-only";

import { cancelInvoiceStep } from "#/app/_actions/contract/specs.ts";
import { insertPayment, pay, placeOrder, take } from "#/app/_testing/contracts.ts";
import { makeParty, makeStaff, type Party } from "#/app/_testing/people.ts";
import type { Db } from "#/db/client.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Random } from "./proof.ts";
import { bringStatement, fileOf, stray } from "./statements.ts";

/** What was answered "done": it must be there for ever. `at least` this version of the contract. */
export type Acknowledged = { contracts: Map<string, number>; payments: Set<string>; statements: Set<string> };

/** One client that orders, pays, cancels and imports until its database goes away. Only what was answered is written down. */
export async function writeOn(db: Db, random: Random, now: Date, told: Acknowledged): Promise<void> {
  const party: Party = await makeParty(db, "legalEntity", { now });
  const accountant = await makeStaff(db, "accountant", { now });
  for (;;) {
    const kind = random.int(4);
    if (kind === 0) {
      told.payments.add(await insertPayment(db, { amount: BigInt(1 + random.int(9000)), creditedOn: dayInMinsk(now) }));
      continue;
    }
    if (kind === 1) {
      const line = { ...stray(), documentNumber: crypto.randomUUID().slice(0, 8) };
      told.statements.add((await bringStatement(db, fileOf([line, line]), now)).statementId);
      continue;
    }
    const contract = await placeOrder(db, party, [{}], { now });
    told.contracts.set(contract.id, contract.version);
    if (kind === 2) {
      const paid = await pay(db, contract, { now });
      told.contracts.set(paid.id, paid.version);
    } else {
      const input = { contractId: contract.id, version: contract.version, reason: "Ошибка в счёте" };
      const done = await take(db, accountant, cancelInvoiceStep, input, { now });
      told.contracts.set(contract.id, done.version);
    }
  }
}
