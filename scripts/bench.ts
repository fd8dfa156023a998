// Measurements against floors of the same run, interleaved. Prints Markdown tables and asserts nothing: machines differ.
// usage: ./run bench [import|list|pdf|steps]… [--rounds N] [--size full|smoke]      without a name: all of them
import { parseArgs } from "node:util";

import { fail } from "./support/progress.ts";
import { openProving, startProver } from "./support/proving.ts";

const BENCHES: Readonly<Record<string, string>> = {
  import: "a bank statement: parse, keep, match; floor: COPY and set-based SQL on the same lines",
  list: "staff list of contracts: first, deep, filtered, searched; floor: the bare SQL",
  pdf: "an invoice's PDF, made and read again; floor: an empty page, one SELECT",
  steps: "orders with their invoices per second; floor: the same rows in one bare transaction",
};
const USAGE = `usage: ./run bench [bench…] [--rounds N] [--size full|smoke]

${Object.entries(BENCHES)
  .map(([name, what]) => `  ${name.padEnd(8)} ${what}`)
  .join("\n")}
`;

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: "string", default: "3" },
        size: { type: "string", default: "full" },
        help: { type: "boolean" },
      },
    });
    const names = positionals.filter((name) => name !== "all" && name !== "help");
    if (names.some((name) => !Object.hasOwn(BENCHES, name)) || !/^[1-9]\d*$/.test(values.rounds)) return null;
    if (values.size !== "full" && values.size !== "smoke") return null;
    const help = values.help || positionals.includes("help");
    return { ...values, help, names: names.length > 0 ? names : Object.keys(BENCHES) };
  } catch {
    return null;
  }
}

const order = asked();
if (!order || order.help) {
  (order ? console.log : console.error)(USAGE);
  process.exit(order ? 0 : 2);
}
try {
  let code = 0;
  for (const name of order.names) code ||= await bench(name, order.size, order.rounds);
  process.exit(code);
} catch (error) {
  fail(error);
}

/** On a durable server: what a commit costs is part of the figure. */
async function bench(name: string, size: string, rounds: string): Promise<number> {
  const proving = await openProving(`bench_${name}`, { fast: false });
  try {
    return await startProver("bench/main.ts", [name, size, rounds], {
      APP_DATABASE_URL: proving.appUrl,
      PROVE_OWNER_URL: proving.ownerUrl,
    }).ended;
  } finally {
    await proving.close();
  }
}
