import type { ActionResult } from "#/lib/action-result.ts";

export type ImportStage = { phase: "read" | "keep"; share: number };
type Done = ActionResult<{ statementId: string }>;

/**
 * Imports an uploaded statement; `tell` hears how far it is. Null where the connection ended without an answer: whether anything
 * was kept the page cannot know, and asking again is safe. Throws when `stop` fires, and the server undoes what it has done.
 */
export async function runImport(
  fileId: string,
  stop: AbortSignal,
  tell: (stage: ImportStage) => void,
): Promise<Done | null> {
  const response = await fetch(`/api/statements/${fileId}`, { method: "POST", signal: stop });
  if (!response.body) return null;
  for await (const line of linesOf(response.body)) {
    const said = JSON.parse(line) as ImportStage | Done;
    if ("ok" in said) return said;
    tell(said);
  }
  return null;
}

/** Lines of a body as they come, the last one whether or not it ends. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}
