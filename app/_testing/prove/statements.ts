import "server-only";

import { importStatement } from "#/app/_payments/import-statement.ts";
import type { Watch } from "#/app/_payments/in-slices.ts";
import { type Db, inTenant } from "#/db/client.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { Imported } from "#/db/writes/statements.ts";
import { addDays, asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import { encode } from "#/lib/statement/testing/encode.ts";
import { type4 } from "#/lib/statement/testing/write.ts";
import type { CopiedOrder } from "./many-orders.ts";
import type { Random } from "./proof.ts";

const IMPORTER = { kind: "system", job: "prove-import" } as const;
export const CREDITED = asDay("2026-04-16");

/** Upload and import in one transaction, as the accountant's two clicks end. */
export function bringStatement(db: Db, bytes: Uint8Array, now: Date, watch: Watch = {}): Promise<Imported> {
  return inTenant(db, IMPORTER, async (tx) => {
    const file = { partyId: null, kind: "statement", name: "v.txt", mediaType: "text/plain", bytes } as const;
    const kept = await insertFile(tx, IMPORTER, now, file);
    const imported = await importStatement(tx, { ...kept!, bytes }, { actor: IMPORTER, origin: NO_ORIGIN, now }, watch);
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    return imported.value;
  });
}

export const fileOf = (lines: readonly StatementLine[]) =>
  encode(type4(lines.map((line, at) => ({ ...line, position: at + 1 }))), "windows-1251");

export type Planned = StatementLine & { pays: CopiedOrder | null };

const PAYER = { name: "ООО РОМАШКА", iban: "BY68PJCB30120000000000000002", bic: "PJCBBY2X" };

/**
 * A statement of `count` credits: the first for each order name it with its date and whole sum and conclude it; of the rest every
 * third is a kopeck less, names a missing number, or is an identical twin of the one before.
 */
export function planStatement(random: Random, orders: readonly CopiedOrder[], count: number, name: string): Planned[] {
  const lines: Planned[] = orders.slice(0, count).map((order) => paymentOf(order, order.total, order));
  while (lines.length < count) {
    const kind = random.int(3);
    const order = random.pick(orders);
    if (kind === 0)
      lines.push({ ...paymentOf(order, order.total - 1n, null), documentNumber: `${name}-${lines.length}` });
    else if (kind === 1)
      lines.push({
        ...stray(),
        documentNumber: `${name}-${lines.length}`,
        amount: BigInt(100 + random.int(1_000_000)),
      });
    else lines.push(twinOf(lines[random.int(lines.length)]!));
  }
  return random.shuffle(lines);
}

const twinOf = (line: Planned): Planned => ({ ...line, pays: null });

export function paymentOf(order: CopiedOrder, amount: bigint, pays: CopiedOrder | null): Planned {
  return {
    documentNumber: order.number,
    documentDate: CREDITED,
    creditDate: CREDITED,
    amount,
    side: "credit",
    payer: { ...PAYER, unp: order.unp },
    purpose: `Оплата по счету № ${order.number} от ${formatDay(order.issuedOn)}. Без НДС.`,
    bankId: null,
    position: 1,
    pays,
  };
}

export const stray = (day = 0): Planned => ({
  documentNumber: "7",
  documentDate: addDays(CREDITED, day),
  creditDate: addDays(CREDITED, day),
  amount: 4_500n,
  side: "credit",
  payer: { ...PAYER, unp: null },
  purpose: "Оплата подписки",
  bankId: null,
  position: 1,
  pays: null,
});
