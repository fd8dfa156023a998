import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { log } from "#/lib/log.ts";

/** One unit of work; true when there may be more at once. */
export type Work = () => Promise<boolean | undefined>;

const AFTER_FAILURE_MS = 1000;

/** Shared by the loops of a process, so that an absent database is one line of the log and not one a second. */
export class Watch {
  #away = false;

  failed(job: string, error: unknown) {
    if (!isDatabaseAway(error)) return log.error({ job, err: error }, "job failed");
    if (!this.#away) log.error({ job, err: error }, "database away, waiting");
    this.#away = true;
  }

  worked(job: string) {
    if (this.#away) log.info({ job }, "database is back");
    this.#away = false;
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
