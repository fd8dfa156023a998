// One bench as a process; `./run bench` starts it over a database that is the bench's alone.
// usage: node --conditions=react-server app/_testing/bench/main.ts <bench> full|smoke <rounds>
import "server-only";

import os from "node:os";
import postgres from "postgres";

import { connect } from "#/db/client.ts";
import type { Bench } from "./bench.ts";

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  import: () => import("./import.ts"),
  list: () => import("./list.ts"),
  pdf: () => import("./pdf.ts"),
  steps: () => import("./steps.ts"),
};

const [name = "", size = "full", rounds = "3"] = process.argv.slice(2);
const { bench } = (await BENCHES[name]?.()) ?? {};
if (!bench) throw new Error(`no such bench: ${name}`);
const appUrl = process.env.APP_DATABASE_URL ?? "";
const { db, client } = connect(appUrl, { max: 16 });
const plain = postgres(appUrl, { max: 16, onnotice() {} });
const owner = postgres(process.env.PROVE_OWNER_URL ?? "", { max: 2, onnotice() {} });
const say = (line: string) => void process.stdout.write(`${line}\n`);

say(`\n## ${name}: ${os.cpus().length} cores, load ${os.loadavg()[0]!.toFixed(1)}, ${rounds} rounds, medians\n`);
await bench({ db, owner, plain, smoke: size === "smoke", rounds: Number(rounds), say });
await Promise.all([client.end(), plain.end(), owner.end()]);
process.exit(0);
