import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { SMTPServer } from "smtp-server";

import { startPostgres } from "../pg.ts";
import { type Stack, startStack } from "../stack.ts";
import { type DemoAccount, seed } from "./demo-database.ts";
import { DATA, writePrivateJson } from "./files.ts";
import { freePort } from "./net.ts";

export type TestStack = Stack & {
  ownerUrl: string;
  accounts: readonly DemoAccount[];
  /** Every letter that was sent, one `.eml` file each, named in the order of arrival. */
  mailDir: string;
  /** The same facts as JSON, for processes that only get a path: origin, mailDir, ownerUrl, accounts, env. */
  file: string;
};

/** The whole house for tests: a database of its own, seeded; web and worker in test mode; a mail server that keeps the mail. */
export async function startTestStack({ name = "e2e" } = {}): Promise<TestStack> {
  const dir = path.join(DATA, name);
  fs.rmSync(dir, { recursive: true, force: true });
  const mailDir = path.join(dir, "mail");
  fs.mkdirSync(mailDir, { recursive: true });

  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const cluster = await startPostgres({ dir: path.join(DATA, "test-pg"), fast: true });
    undo.push(cluster.stop);
    const database = await freshDatabase(cluster.url, `${name}_${process.pid}`);
    undo.push(database.drop);
    const { prepareDatabase } = await import("#/db/prepare.ts");
    const { appUrl } = await prepareDatabase(database.ownerUrl);
    const authSecret = randomBytes(48).toString("base64url");
    const accounts = await seed(appUrl, database.ownerUrl, authSecret);
    const mail = await catchMail(mailDir);
    undo.push(mail.stop);
    const stack = await startStack({
      mode: "test",
      appUrl,
      port: await freePort(),
      authSecret,
      env: { SMTP_URL: mail.url },
      logFile: path.join(dir, "stack.log"),
    });
    undo.push(stack.stop);
    const file = path.join(dir, "stack.json");
    const { APP_MODE, APP_DATABASE_URL, AUTH_SECRET, PUBLIC_ORIGIN, SMTP_URL } = stack.env;
    writePrivateJson(file, {
      origin: stack.origin,
      mailDir,
      ownerUrl: database.ownerUrl,
      accounts,
      env: { APP_MODE, APP_DATABASE_URL, AUTH_SECRET, PUBLIC_ORIGIN, SMTP_URL },
    });
    return { ...stack, ownerUrl: database.ownerUrl, accounts, mailDir, file, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freshDatabase(clusterUrl: string, name: string) {
  const run = async (...statements: string[]) => {
    const sql = postgres(clusterUrl, { max: 1, onnotice() {} });
    for (const statement of statements) await sql.unsafe(statement);
    await sql.end();
  };
  const drop = `drop database if exists ${name} with (force)`;
  await run(drop, `create database ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return { ownerUrl: url.toString(), drop: () => run(drop) };
}

/** Takes every letter and writes it down whole. `closeTimeout`: a sender's pooled connection must not delay the end. */
async function catchMail(dir: string) {
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 200,
    logger: false,
    onData(stream, _session, done) {
      const name = `${String(++count).padStart(5, "0")}.eml`;
      const fresh = path.join(dir, `.${name}`);
      stream.pipe(fs.createWriteStream(fresh)).once("finish", () => {
        fs.renameSync(fresh, path.join(dir, name)); // whole or not at all: readers poll the folder
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
