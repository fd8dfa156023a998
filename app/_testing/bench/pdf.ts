import "server-only";

import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

import { paperFor } from "#/app/_papers/paper.ts";
import { placeOrder } from "#/app/_testing/contracts.ts";
import { makeParty } from "#/app/_testing/people.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { invoiceModel } from "#/lib/documents/invoice/model.ts";
import { renderPdf } from "#/lib/documents/render.ts";
import { type Bench, inTurn, median, ms, ratio, table, timed } from "./bench.ts";

const now = new Date("2026-04-15T12:00:00+03:00");
const FONTS = ["400Regular", "600SemiBold"];

/** An invoice drawn anew beside the least that the same engine can draw with the same fonts; then read again as stored. */
export const bench: Bench = async ({ db, plain, smoke, rounds, say }) => {
  const party = await makeParty(db, "legalEntity", { now });
  const { invoices } = await placeOrder(db, party, [{ months: 1 }, { months: 3 }, { months: 12 }], { now });
  const invoice = invoices[0]!;
  const fonts = FONTS.map((weight) => path.join("node_modules/@expo-google-fonts/golos-text", weight));
  const engine = NodeCompiler.create({ workspace: ".", fontArgs: [{ fontPaths: fonts }] });
  const one = (n: number) => engine.pdf({ mainFileContent: `#set text(font: "Golos Text")\nСчёт ${n}` });
  const stored = () =>
    inTenant(db, tenantOf(party.owner), async (tx) =>
      fileBytes(tx, (await paperFor(tx, party.owner, now, "invoice", invoice.id))!.id),
    );
  const first = await timed(stored);
  let n = 0;
  const times = await inTurn(smoke ? 3 : rounds * 30, {
    "floor: one line on a page": async () => one(n++),
    "an invoice of three lines, drawn": () => renderPdf("invoice", invoiceModel({ ...invoice, number: `26-${n++}` })),
    "floor: one SELECT of its bytes": () =>
      plain.begin(async (tx) => {
        await tx`select set_config('role', 'market_system', true)`;
        await tx`select c.bytes from file_chunks c join files f on f.id = c.file_id where f.document_id = ${invoice.id}`;
      }),
    "the stored invoice, found for its customer and read": stored,
  });
  const floors = ["floor: one line on a page", "floor: one SELECT of its bytes"] as const;
  const rows = Object.entries(times).map(([what, all], at) => [
    what,
    ms(median(all)),
    ratio(median(all), median(times[floors[at >> 1]!])),
  ]);
  const size = (await stored()).length;
  say(table(["paper", "p50 ms", "to its floor"], rows));
  say(`\n${(size / 1024).toFixed(0)} KB; the very first one of a process, fonts read: ${ms(first)} ms.`);
};
