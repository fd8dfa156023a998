import "server-only";

import { setImmediate } from "node:timers/promises";

import type { Slices } from "#/lib/statement/slices.ts";

/** How far a long import is: what it does, and which share of that is done (0…1). */
export type Progress = { phase: "read" | "keep"; share: number };

/** Whoever watches an import: is told how far it is, and may stop it until it is committed. */
export type Watch = { tell?: (progress: Progress) => void; stop?: AbortSignal | undefined };

/** Nobody else's request waits longer than this for a statement that is being read. */
const SLICE_MS = 15;

/** Runs work in slices, letting others in between them. Throws the reason of `stop` when asked to. */
export async function inSlices<T>(work: Slices<T>, { tell, stop }: Watch = {}): Promise<T> {
  let began = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    if (performance.now() - began < SLICE_MS) continue;
    tell?.({ phase: "read", share: next.value });
    await setImmediate();
    stop?.throwIfAborted();
    began = performance.now();
  }
}
