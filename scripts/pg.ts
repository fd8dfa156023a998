// Embedded PostgreSQL for the demo, the tests and development. Production brings its own server.
// usage: ./run pg start|stop|url [folder]   (folder: .data/pg)
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";

import { DATA, readJson, writePrivateJson } from "./support/files.ts";
import { withLock } from "./support/lock.ts";
import { freePort } from "./support/net.ts";
import { type Identity, postgresSite, removeSite, type Site } from "./support/postgres-binaries.ts";
import { isAlive, waitFor } from "./support/processes.ts";

export type Postgres = {
  /** The owner's (superuser's) address of the database `market`. */
  url: string;
  /** Somebody had already started it. */
  reused: boolean;
  /** Lets go of the server; the last of its users to leave stops it. Calling it again does nothing. */
  stop(): Promise<void>;
};

/** `users` are the processes that hold the server; `standing` means that it was started to outlive them all. */
type State = { password: string; port: number; pid: number; users: number[]; standing: boolean };

const DATABASE = "market";

/**
 * Starts the cluster that lives in `dir`, or joins it when it runs. Concurrent calls on one `dir` are safe; different
 * folders are different servers. `fast` gives up durability: for tests only.
 */
export async function startPostgres(options: { dir: string; fast?: boolean; standing?: boolean }): Promise<Postgres> {
  const dir = path.resolve(options.dir);
  fs.mkdirSync(dir, { recursive: true });
  const { state, reused } = await locked(dir, () => join(dir, options));
  let held = true;
  const stop = async () => {
    if (held) await locked(dir, () => leave(dir));
    held = false;
  };
  return { url: urlOf(state), reused, stop };
}

/** Stops the server of `dir` whoever uses it; false when it was not running. */
export async function stopPostgres(dir: string): Promise<boolean> {
  if (!fs.existsSync(dir)) return false;
  return locked(dir, async () => {
    const state = readState(dir);
    return state !== null && (await shutDown(state));
  });
}

/** Stops the server and deletes its data. */
export async function removePostgres(dir: string) {
  await stopPostgres(dir);
  removeSite(path.resolve(dir));
}

const stateFile = (dir: string) => path.join(dir, "state.json");
const logFile = (dir: string) => path.join(dir, "log");
const readState = (dir: string) => readJson<State>(stateFile(dir));
const locked = <T>(dir: string, work: () => Promise<T>) => withLock(path.join(dir, "lock"), work);
const urlOf = (state: State, database = DATABASE) =>
  `postgres://postgres:${state.password}@127.0.0.1:${state.port}/${database}`;

async function join(
  dir: string,
  options: { fast?: boolean; standing?: boolean },
): Promise<{ state: State; reused: boolean }> {
  const known = readState(dir);
  const reused = known !== null && isAlive(known.pid) && (await answers(known));
  const state = reused ? known : await boot(dir, known, options.fast ?? false);
  state.users = [...state.users.filter(isAlive), process.pid];
  state.standing ||= options.standing ?? false;
  writePrivateJson(stateFile(dir), state);
  return { state, reused };
}

async function leave(dir: string) {
  const state = readState(dir);
  if (!state) return;
  const mine = state.users.indexOf(process.pid);
  state.users = state.users.filter((pid, index) => index !== mine && isAlive(pid));
  writePrivateJson(stateFile(dir), state);
  if (state.users.length === 0 && !state.standing) await shutDown(state);
}

async function shutDown(state: State): Promise<boolean> {
  if (!isAlive(state.pid)) return false;
  process.kill(state.pid, "SIGINT"); // "fast": breaks connections off, writes everything down
  if (!(await waitFor(() => !isAlive(state.pid), 20_000))) process.kill(state.pid, "SIGQUIT");
  return true;
}

async function boot(dir: string, known: State | null, fast: boolean): Promise<State> {
  const site = postgresSite(dir);
  const state: State = {
    password: known?.password ?? randomBytes(18).toString("base64url"),
    port: 0,
    pid: 0,
    users: [],
    standing: false,
  };
  if (!fs.existsSync(path.join(site.cluster, "PG_VERSION"))) initialise(site, state.password);
  await lastPostmasterGone(site);
  for (let attempt = 1; ; attempt++) {
    state.port = await freePort();
    state.pid = launch(site, dir, state.port, fast);
    writePrivateJson(stateFile(dir), state);
    const up = await waitFor(async () => !isAlive(state.pid) || (await answers(state)), 30_000);
    if (up && isAlive(state.pid)) return state;
    // The port may have been taken since it was found; anything else will not get better by itself.
    if (attempt === 3 || isAlive(state.pid)) throw new Error(`PostgreSQL did not start:\n${tail(logFile(dir))}`);
  }
}

/** Russian collation and character classes: with the C locale trigram search is blind to Cyrillic and Ё sorts last. */
function initialise(site: Site, password: string) {
  fs.rmSync(site.cluster, { recursive: true, force: true });
  fs.mkdirSync(site.cluster, { recursive: true, mode: 0o700 });
  const secret = path.join(path.dirname(site.cluster), `.password-${process.pid}`);
  fs.writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  own(site.as, site.cluster, secret);
  const made = spawnSync(
    path.join(site.native, "bin/initdb"),
    [
      `--pgdata=${site.cluster}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      `--pwfile=${secret}`,
      "--encoding=UTF8",
      "--locale-provider=icu",
      "--icu-locale=ru-RU",
      `--locale=${libcLocale()}`,
      "--lc-messages=C",
    ],
    { ...site.as, cwd: "/", encoding: "utf8" },
  );
  fs.rmSync(secret, { force: true });
  if (made.status === 0) return;
  fs.rmSync(site.cluster, { recursive: true, force: true });
  throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
}

function own(as: Identity, ...files: string[]) {
  if (as.uid !== undefined && as.gid !== undefined) for (const file of files) fs.chownSync(file, as.uid, as.gid);
}

function libcLocale(): string {
  if (process.platform === "darwin") return "en_US.UTF-8";
  return spawnSync("locale", ["-a"], { encoding: "utf8" }).stdout?.match(/^C\.utf-?8$/im)?.[0] ?? "C";
}

/** After `kill -9` a postmaster may stand as a zombie for a while, and PostgreSQL takes it for a living one. */
async function lastPostmasterGone(site: Site) {
  const pidFile = path.join(site.cluster, "postmaster.pid");
  const old = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, "utf8").split("\n", 1)[0]) : 0;
  if (old > 0) await waitFor(() => isAlive(old) || !fs.existsSync(`/proc/${old}`), 10_000, 100);
}

function launch(site: Site, dir: string, port: number, fast: boolean): number {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=128MB",
  ];
  if (fast) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const log = fs.openSync(logFile(dir), "w");
  const child = spawn(
    path.join(site.native, "bin/postgres"),
    ["-D", site.cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    {
      ...site.as,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    },
  );
  fs.closeSync(log);
  child.unref();
  return child.pid ?? 0;
}

/** One real query; makes the database at the first time. */
async function answers(state: State): Promise<boolean> {
  const sql = postgres(urlOf(state, "postgres"), { max: 1, connect_timeout: 2, backoff: false, onnotice() {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql.unsafe(`create database ${DATABASE}`);
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

const tail = (file: string) => fs.readFileSync(file, "utf8").split("\n").slice(-15).join("\n");

if (import.meta.main) {
  const [verb, dir = path.join(DATA, "pg")] = process.argv.slice(2);
  if (verb === "start") console.log((await startPostgres({ dir, standing: true })).url);
  else if (verb === "stop") console.log((await stopPostgres(dir)) ? "stopped" : "was not running");
  else if (verb === "url") {
    const state = readState(dir);
    if (!state || !isAlive(state.pid)) throw new Error(`no server runs in ${dir}`);
    console.log(urlOf(state));
  } else {
    console.error("usage: ./run pg start|stop|url [folder]");
    process.exitCode = 2;
  }
}
