import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { log } from "#/lib/log.ts";

/** One unit of work; true when there may be more at once. */
export type Work = () => Promise<boolean | undefined>;

const AFTER_FAILURE_MS = 1000;
const SETTLING_MS = 10_000;

/**
 * Shared by the loops of a process, so that an absent database is one line of the log and not one a second. While it comes back
 * some loops meet a new connection and some an old one: for a few seconds that is the same absence.
 */
export class Watch {
  #away = false;
  #told = false;
  #calmFrom = 0;

  failed(job: string, error: unknown) {
    if (!isDatabaseAway(error)) return log.error({ job, err: error }, "job failed");
    if (!this.#away && performance.now() >= this.#calmFrom) {
      log.error({ job, err: error }, "database away, waiting");
      this.#told = true;
    }
    this.#away = true;
  }

  worked(job: string) {
    if (!this.#away) return;
    if (this.#told) log.info({ job }, "database is back");
    this.#away = false;
    this.#told = false;
    this.#calmFrom = performance.now() + SETTLING_MS;
  }
}

/** Works until `stop`: at once while there is something to do, else every `everyMs`. The unit in hand is always finished. */
export async function loop(
  { job, everyMs, watch, stop }: { job: string; everyMs: number; watch: Watch; stop: AbortSignal },
  work: Work,
): Promise<void> {
  while (!stop.aborted) {
    let more: boolean | undefined = false;
    let pause = everyMs;
    try {
      more = await work();
      watch.worked(job);
    } catch (error) {
      watch.failed(job, error);
      pause = Math.max(everyMs, AFTER_FAILURE_MS);
    }
    if (!more) await sleep(pause, undefined, { signal: stop }).catch(() => {});
  }
}
