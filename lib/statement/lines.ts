/**
 * Lines of a text that comes in pieces, one at a time, without the whole of it; `\r\n`, `\n` and lone `\r` all end a line. The first
 * piece says which.
 */
export function* linesOf(pieces: Iterable<string>): Generator<string> {
  let end: string | null = null;
  let rest = "";
  for (const piece of pieces) {
    end ??= piece.includes("\n") ? "\n" : "\r";
    let start = 0;
    for (let next = piece.indexOf(end); next >= 0; next = piece.indexOf(end, start)) {
      yield ended(rest + piece.slice(start, next));
      rest = "";
      start = next + 1;
    }
    rest += piece.slice(start);
  }
  if (rest !== "") yield ended(rest);
}

const ended = (line: string) => (line.endsWith("\r") ? line.slice(0, -1) : line);
