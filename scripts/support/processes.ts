import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A dead child that nobody has reaped yet. Containers without a real init keep them for seconds. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

/** Polls until `done` or the time is over; says which. */
export async function waitFor(
  done: () => boolean | Promise<boolean>,
  timeoutMs: number,
  stepMs = 50,
): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (!(await done())) {
    if (performance.now() > until) return false;
    await sleep(stepMs);
  }
  return true;
}

const LEASH = fileURLToPath(new URL("./leash.ts", import.meta.url));

/**
 * Starts a Node child in a process group of its own (Ctrl-C reaches only the supervisor, which then stops its children in
 * order) and on a leash: should the supervisor be killed, the child ends by itself.
 */
export function spawnNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(process.execPath, ["--import", LEASH, ...args], {
    ...options,
    env: { ...(options.env ?? process.env), MARKET_LEASH: "1" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

export const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Asks a child to stop, and kills its whole group when it has not within `graceMs`. */
export async function stopChild(child: ChildProcess, graceMs: number) {
  if (hasExited(child) || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), graceMs);
  await gone;
  clearTimeout(timer);
}

function killGroup(child: ChildProcess) {
  try {
    process.kill(-child.pid!, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

export type Finished = { code: number; output: string };

/** Runs a command to its end. With `quiet` its output is collected, else it goes straight to the terminal. */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { quiet: boolean },
): Promise<Finished> {
  const { quiet, ...rest } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...rest,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    const abandon = () => child.kill();
    process.on("SIGINT", forward).on("SIGTERM", forward).on("exit", abandon);
    const end = (code: number, extra = "") => {
      process.off("SIGINT", forward).off("SIGTERM", forward).off("exit", abandon);
      resolve({ code, output: Buffer.concat(chunks).toString() + extra });
    };
    child.once("error", (error) => end(127, `${error.message}\n`));
    child.once("close", (code, signal) => end(code ?? 128 + os.constants.signals[signal ?? "SIGTERM"]));
  });
}

/** Calls `stop` once, at the first SIGINT, SIGTERM or SIGHUP; a second signal ends the process at once. */
export function onStopSignal(stop: (signal: NodeJS.Signals) => void) {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      stop(signal);
    });
  }
}
