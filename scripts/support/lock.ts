import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process (and no other call here) holds the lock of `file`. SQLite's file lock is used because
 * the operating system gives it back when the holder dies, however it dies: there is no stale lock to guess about.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, timeoutMs = 120_000): Promise<T> {
  const until = performance.now() + timeoutMs;
  const handle = new DatabaseSync(file, { timeout: 0 });
  try {
    while (!taken(handle)) {
      if (performance.now() > until) throw new Error(`somebody has held ${file} for ${timeoutMs / 1000} s`);
      await sleep(50);
    }
    return await work();
  } finally {
    handle.close();
  }
}

function taken(handle: DatabaseSync): boolean {
  try {
    handle.exec("begin exclusive");
    return true;
  } catch (error) {
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
