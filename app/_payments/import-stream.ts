import "server-only";

import { accident } from "#/app/_actions/accident.ts";
import type { Imported } from "#/db/writes/statements.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import type { Progress, Watch } from "./in-slices.ts";

/** What the page is told, one JSON a line: how far it is, again and again, and what came of it at last. */
export type ImportLine = Progress | ActionResult<Imported>;

/** A progress bar need not move more often. */
const TELL_EVERY_MS = 100;

/**
 * The answer to «import this file»: progress while it is read and kept, then the result. Whoever closes the connection before the
 * end has cancelled the import: `watch.stop` fires, and the transaction of `work` is undone.
 */
export function importStream(gone: AbortSignal, work: (watch: Watch) => Promise<ActionResult<Imported>>): Response {
  const cancelling = new AbortController();
  const stop = AbortSignal.any([gone, cancelling.signal]);
  const text = new TextEncoder();
  let last = Number.NEGATIVE_INFINITY;
  const body = new ReadableStream<Uint8Array>({
    start(page) {
      const say = (line: ImportLine) => page.enqueue(text.encode(`${JSON.stringify(line)}\n`));
      const tell = (progress: Progress) => {
        if (stop.aborted || performance.now() - last < TELL_EVERY_MS) return;
        last = performance.now();
        say(progress);
      };
      tell({ phase: "read", share: 0 });
      const answer = async () => {
        const result = await work({ tell, stop }).catch((error: unknown) =>
          stop.aborted ? null : accident("import-statement", error),
        );
        if (stop.aborted || !result) return;
        say(result);
        page.close();
      };
      void answer();
    },
    cancel: () => cancelling.abort(),
  });
  // The proxy in front must not gather the lines before it passes them on.
  const headers = {
    "content-type": "application/x-ndjson",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  };
  return new Response(body, { headers });
}
