import { expect, test } from "vitest";

import { linesOf } from "./run-import.ts";

test("lines are whole however the network cuts them", async () => {
  const bytes = new TextEncoder().encode('{"phase":"read","share":0}\n{"ok":false,"error":{"code":"выписка"}}');
  for (const size of [1, 3, 7, 1000]) {
    const body = new ReadableStream<Uint8Array>({
      start(page) {
        for (let at = 0; at < bytes.length; at += size) page.enqueue(bytes.slice(at, at + size));
        page.close();
      },
    });
    const lines: string[] = [];
    for await (const line of linesOf(body)) lines.push(line);
    expect(lines).toEqual(['{"phase":"read","share":0}', '{"ok":false,"error":{"code":"выписка"}}']);
  }
});
