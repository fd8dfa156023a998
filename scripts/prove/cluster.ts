import type { ChildProcess } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { type Postgres, startPostgres, stopPostgres } from "../pg.ts";
import { DATA, readJson } from "../support/files.ts";
import { postgresSite } from "../support/postgres-binaries.ts";
import { isAlive, waitFor } from "../support/processes.ts";
import { databaseAt, type Proving } from "../support/proving.ts";

/** What a proof may ask of whoever holds its server; the answer is where the database is now. */
export type ClusterRequest = { id: number; do: "kill" | "start" | "copy" };
type Answer = { ownerUrl: string; appUrl: string };

/** Serves a proof that kills, starts and copies its PostgreSQL. `dir` is a cluster of its own, deleted by the caller. */
export function serveCluster(child: ChildProcess, dir: string, proving: Proving) {
  const held: Postgres[] = [];
  const database = new URL(proving.ownerUrl).pathname.slice(1);
  const at = (url: string): Answer => {
    const app = new URL(proving.appUrl);
    app.host = new URL(url).host;
    return { ownerUrl: databaseAt(url, database), appUrl: app.href };
  };
  const start = async (where: string) => {
    const server = await startPostgres({ dir: where });
    held.push(server);
    return at(server.url);
  };
  const work: Record<ClusterRequest["do"], () => Promise<Answer>> = {
    kill: async () => {
      await killPostgres(dir);
      return { ownerUrl: "", appUrl: "" };
    },
    start: () => start(dir),
    copy: async () => {
      await stopPostgres(dir);
      return start(copyOf(dir));
    },
  };
  const serve = async ({ id, do: what }: ClusterRequest) => {
    const answer = await work[what]().catch((error: unknown) => ({ error: String(error) }));
    if (child.connected) child.send({ id, ...answer });
  };
  child.on("message", (asked: ClusterRequest) => {
    void serve(asked);
  });
  return async () => {
    for (const server of held) await server.stop();
  };
}

export const durableDir = (name: string) => path.join(DATA, `prove-${name}-${process.pid}`);
const copyDir = (dir: string) => `${dir}-copy`;
export const clusterDirs = (dir: string) => [dir, copyDir(dir)];

/** The whole server dies at once, as by a power cut of the process table: postmaster first, so that nobody cleans up. */
async function killPostgres(dir: string) {
  const pid = readJson<{ pid: number }>(path.join(dir, "state.json"))!.pid;
  const children = childrenOf(pid);
  for (const one of [pid, ...children]) if (isAlive(one)) process.kill(one, "SIGKILL");
  if (!(await waitFor(() => ![pid, ...children].some(isAlive), 10_000))) throw new Error("a killed server still lives");
}

/** Linux: by /proc. Elsewhere the postmaster alone is killed; its children end by themselves when they notice. */
function childrenOf(parent: number): number[] {
  if (!fs.existsSync("/proc/self/stat")) return [];
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(/\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]) === parent;
      } catch {
        return false;
      }
    });
}

/** A cold backup: the stopped cluster's files, opened in another folder under another port. */
function copyOf(dir: string): string {
  const to = copyDir(dir);
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to, { recursive: true });
  const [source, target] = [postgresSite(dir), postgresSite(to)];
  fs.cpSync(source.cluster, target.cluster, { recursive: true, preserveTimestamps: true });
  own(target.cluster, target.as);
  // The password lies in the cluster; who opens the copy must know it.
  const { password } = readJson<{ password: string }>(path.join(dir, "state.json"))!;
  const state = { password, port: 0, pid: 0, users: [], standing: false };
  fs.writeFileSync(path.join(to, "state.json"), JSON.stringify(state), { mode: 0o600 });
  return to;
}

function own(place: string, { uid, gid }: { uid?: number; gid?: number }) {
  fs.chmodSync(place, 0o700);
  if (uid === undefined || gid === undefined) return;
  for (const file of [".", ...(fs.readdirSync(place, { recursive: true }) as string[])])
    fs.lchownSync(path.join(place, file), uid, gid);
}
