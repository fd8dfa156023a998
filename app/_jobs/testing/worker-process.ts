import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The real worker, as the launcher starts it. */
export function startWorker(env: Record<string, string>, stdout: "ignore" | "pipe" = "ignore"): ChildProcess {
  const args = ["--conditions=react-server", "app/_jobs/worker.ts"];
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", stdout, "ignore"],
  });
}

/** Ends the process by a signal; its exit code, null when the signal itself ended it. */
export async function endWorker(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
  const gone = once(worker, "exit");
  worker.kill(signal);
  await gone;
  return worker.exitCode;
}

export async function until(happened: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await happened())) {
    if (performance.now() > end) throw new Error("waited too long");
    await sleep(20);
  }
}
