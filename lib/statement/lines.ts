/** Lines of a text one at a time, without a second copy of it; `\r\n`, `\n` and lone `\r` all end a line. */
export function* linesOf(text: string): Generator<string> {
  const end = text.includes("\n") ? "\n" : "\r";
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf(end, start);
    const stop = next < 0 ? text.length : next;
    yield text.slice(start, text[stop - 1] === "\r" && stop > start ? stop - 1 : stop);
    start = stop + 1;
  }
}
