// Long proofs: crashes, races, random walks, second implementations. Exit code 1 at the first one that finds a violation.
// usage: ./run prove [proof…] [--size smoke|full|0.1] [--seed N]      without a name: all of them
import { parseArgs } from "node:util";

import { removePostgres } from "./pg.ts";
import { clusterDirs, durableDir, serveCluster } from "./prove/cluster.ts";
import { fail } from "./support/progress.ts";
import { openProving, startProver } from "./support/proving.ts";

/** `own`: a durable cluster that the proof kills or copies. */
const PROOFS: Readonly<Record<string, { what: string; needs: "nothing" | "database" | "own" }>> = {
  life: { what: "every stage × act × step × side and random walks against a second model", needs: "nothing" },
  calendar: { what: "twenty years of days × every clock length against a second implementation", needs: "nothing" },
  deadlines: {
    what: "every clock of a contract in peace and under force majeure, days counted one by one",
    needs: "nothing",
  },
  acts: { what: "all orders of an act's events to depth six against a card with stamps", needs: "nothing" },
  decisions: { what: "random commands on the pure decisions against a naive ledger", needs: "nothing" },
  numbers: { what: "gapless numbers under races, rollbacks, killed backends, a new year", needs: "database" },
  idempotency: { what: "fifty presses of one key: one effect, one answer", needs: "database" },
  ledger: { what: "random commands of eight clients on PostgreSQL, then every sum and chain", needs: "database" },
  import: { what: "statements under SIGKILL, twins, overlaps, parallel uploads", needs: "database" },
  evidence: { what: "the log and the pack altered ten thousand times; a million entries verified", needs: "database" },
  outbox: { what: "the worker killed around SMTP's answer while clocks fire", needs: "database" },
  clocks: {
    what: "the worker killed at random points while its clocks fire: nothing missed, nothing twice",
    needs: "database",
  },
  postgres: { what: "kill -9 of PostgreSQL under writes: every acknowledged commit is there", needs: "own" },
  tampered: { what: "every digit, line and cut of real statements altered alone", needs: "nothing" },
  fuzz: {
    what: "the statement readers against files made of real ones by cutting, splicing and lying",
    needs: "nothing",
  },
  hostile: { what: "two hundred hostile statement files, each with the only right verdict", needs: "nothing" },
  bugs: {
    what: "wrong lines planted one by one into a copy of the sources: the tests turn red for each",
    needs: "nothing",
  },
  restore: { what: "a copy of the cluster opened elsewhere: ledger and evidence equal", needs: "own" },
};

/** Names for several at once. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  money: "numbers idempotency ledger import tampered fuzz hostile postgres restore bugs".split(" "),
};

const USAGE = `usage: ./run prove [proof…] [--size smoke|full|<part of full, 0.1>] [--seed N]

${Object.entries(PROOFS)
  .map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`)
  .join("\n")}

${Object.entries(GROUPS)
  .map(([name, members]) => `  ${name.padEnd(12)} is ${members.join(", ")}`)
  .join("\n")}
`;

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { size: { type: "string", default: "full" }, seed: { type: "string" }, help: { type: "boolean" } },
    });
    const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
    const { size } = values;
    const said = positionals.filter((name) => name !== "all" && name !== "help");
    const names = said.flatMap((name) => GROUPS[name] ?? [name]);
    const wrong = names.some((name) => !Object.hasOwn(PROOFS, name));
    if (wrong || !/^\d+$/.test(seed) || !(size === "smoke" || size === "full" || Number(size) > 0)) return null;
    const help = values.help || positionals.includes("help");
    return { help, names: names.length > 0 ? names : Object.keys(PROOFS), size, seed };
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
  let failed = 0;
  for (const name of order.names) if ((await prove(name, order.size, order.seed)) !== 0) failed++;
  if (order.names.length > 1) console.log(`\n${order.names.length - failed} proofs hold, ${failed} broken`);
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  fail(error);
}

async function prove(name: string, size: string, seed: string): Promise<number> {
  const { needs } = PROOFS[name]!;
  const args = [name, size, seed];
  if (needs === "nothing") return startProver("prove/main.ts", args, {}).ended;
  const own = needs === "own";
  const dir = durableDir(name);
  const proving = own ? await openProving(name, { dir, fast: false }) : await openProving(`prove_${name}`);
  let letGo = async () => {};
  try {
    const { child, ended } = startProver("prove/main.ts", args, {
      APP_DATABASE_URL: proving.appUrl,
      PROVE_OWNER_URL: proving.ownerUrl,
    });
    if (own) letGo = serveCluster(child, dir, proving);
    return await ended;
  } finally {
    await letGo();
    if (own) for (const one of clusterDirs(dir)) await removePostgres(one);
    else await proving.close();
  }
}
