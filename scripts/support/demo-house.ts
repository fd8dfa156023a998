import fs from "node:fs";
import path from "node:path";

import { ensureBuild } from "../build.ts";
import { type Stack, startStack } from "../stack.ts";
import {
  authSecret,
  type DemoAccount,
  forgetDemo,
  openDatabase,
  prepare,
  RUNNING,
  type Running,
  seedOnce,
} from "./demo-database.ts";
import { DATA, writePrivateJson } from "./files.ts";
import { canListen } from "./net.ts";
import { onStopSignal } from "./processes.ts";
import { fail, step, table } from "./progress.ts";

const LOG = path.join(DATA, "demo.log");

/** Runs the whole house on this machine until a signal comes; `dev` swaps the production build for hot reload. */
export async function runDemoHouse({ dev }: { dev: boolean }) {
  const began = performance.now();
  const port = Number(process.env.PORT || 3000);
  const host = process.env.HOST || "localhost";
  // Asked first: a start that ends at the port should not cost a build.
  if (!(await canListen(port, host)))
    fail(`Port ${port} is taken. Stop what listens there, or choose another one: PORT=3100 ./run demo`);
  if (process.argv.includes("--reset")) await step("reset", forgetDemo);

  let stack: Stack | undefined;
  const database = await step("database", openDatabase);
  const end = async (code: number) => {
    fs.rmSync(RUNNING, { force: true });
    await stack?.stop();
    await database.stop();
    process.exit(code);
  };
  onStopSignal(() => {
    console.log("\nstopping");
    void end(0);
  });

  try {
    // The build needs one core and no database: both at once.
    const built = dev ? undefined : step("build", () => ensureBuild());
    built?.catch(() => {});
    const appUrl = await step("schema", () => prepare(database.ownerUrl));
    const { accounts } = await step("demo data", () => seedOnce(appUrl, database.ownerUrl));
    await built;
    stack = await step("web and worker", () =>
      startStack({
        mode: "demo",
        appUrl,
        port,
        host,
        dev,
        authSecret: authSecret(),
        env: yourOwn("PUBLIC_ORIGIN", "SMTP_URL", "MAIL_FROM"),
        logFile: LOG,
        onLine: ({ service, text, serious }) => {
          if (serious || dev) console.log(`${service} | ${text}`);
        },
        onGone: (reason) => {
          console.error(`\n${reason}; the last lines are in ${LOG}`);
          if (stack) void end(1);
        },
      }),
    );
    writePrivateJson(RUNNING, { supervisor: process.pid, env: ownSettings(stack.env) } satisfies Running);
    greet(stack.origin, accounts, performance.now() - began);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await end(1);
  }
}

/** Variables that the demo takes over when you have set them. */
function yourOwn(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** What another command needs to join: the house's settings, not this shell's whole environment. */
function ownSettings(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const names = [
    "APP_MODE",
    "APP_DATABASE_URL",
    "AUTH_SECRET",
    "HOST",
    "PORT",
    "PUBLIC_ORIGIN",
    "SMTP_URL",
    "MAIL_FROM",
  ];
  return Object.fromEntries(names.map((name) => [name, env[name]]));
}

function greet(origin: string, accounts: readonly DemoAccount[], ms: number) {
  console.log(`
Ready in ${(ms / 1000).toFixed(1)} s

  ${origin}
  ${origin}/demo/mailbox         every letter that the shop sends
  ${origin}/demo/mailbox/codes   the staff's sign-in codes of this moment

${table(accounts)}

Ctrl-C stops everything and keeps the data; ./run demo --reset starts anew. Log: ${path.relative(process.cwd(), LOG)}
`);
}
