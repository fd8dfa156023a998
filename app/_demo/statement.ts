import "server-only";

import { desc, eq } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { requisitesVersions, statements } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { displayName } from "#/lib/requisites/requisites.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import { encode } from "#/lib/statement/testing/encode.ts";
import { type4 } from "#/lib/statement/testing/write.ts";
import type { Happening } from "./scenario.ts";

type Pay = Extract<Happening, { what: "statement" }>["pays"][number];

/** A client-bank file of that day, as the bank would give it: it continues from where the last one closed. */
export async function statementOf(
  tx: Tx,
  paid: { pay: Pay; contract: Contract | null }[],
  day: Day,
): Promise<Uint8Array> {
  const [last] = await tx
    .select({ closing: statements.closing })
    .from(statements)
    .orderBy(desc(statements.dateTo))
    .limit(1);
  const lines: StatementLine[] = [];
  for (const { pay, contract } of paid) lines.push(await lineOf(tx, pay, contract, day, lines.length + 1));
  return encode(type4(lines, last?.closing ?? 125_040n), "windows-1251");
}

async function lineOf(tx: Tx, pay: Pay, contract: Contract | null, day: Day, position: number): Promise<StatementLine> {
  const base = {
    documentNumber: String(300 + position),
    documentDate: day,
    creditDate: day,
    side: "credit" as const,
    position,
  };
  const bankId = `OPID${day.replaceAll("-", "")}${String(position).padStart(4, "0")}`;
  const invoice = contract?.invoices[0];
  if (!contract || !invoice) {
    const payer = { name: pay.name ?? "НЕИЗВЕСТНО", unp: null, iban: "BY88BELB30140000000000000005", bic: "BELBBY2X" };
    return { ...base, bankId, payer, amount: pay.amount ?? 100n, purpose: pay.purpose ?? "Оплата" };
  }
  const [row] = await tx
    .select({ requisites: requisitesVersions.requisites })
    .from(requisitesVersions)
    .where(eq(requisitesVersions.partyId, contract.partyId))
    .orderBy(desc(requisitesVersions.version))
    .limit(1);
  const requisites = row!.requisites;
  const bic = requisites.kind === "individual" ? "ALFABY2X" : requisites.bic;
  const payer = {
    name: displayName(requisites).toUpperCase(),
    unp: requisites.unp,
    iban: requisites.iban ?? "BY19ALFA30140000000000000006",
    bic,
  };
  const purpose = (
    pay.purpose ?? "OTHR 122601 Оплата по счету № {number} от {date} за сертификат Маркет Плюс. Без НДС."
  )
    .replace("{number}", invoice.number)
    .replace("{date}", formatDay(invoice.issuedOn));
  return { ...base, bankId, payer, amount: pay.amount ?? invoice.total, purpose };
}
