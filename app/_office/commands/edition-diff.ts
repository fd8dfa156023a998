import { closeDatabase } from "#/db/client.ts";
import { diffEditions } from "#/lib/editions/diff/diff-editions.ts";
import type { EditionDiff } from "#/lib/editions/diff/model.ts";
import { sentenceOf } from "#/lib/editions/diff/sentence.ts";
import { nameOf, summaryOf } from "#/lib/editions/diff/summary.ts";
import { type Answer, type Command, WrongCall } from "../command.ts";
import { editionFile, isFile, publishedEdition } from "../edition-source.ts";
import { refusalText } from "../refusal.ts";

/** What changed between two texts: files, published editions, or one of each. */
export const editionDiff: Command = {
  async run({ positionals }) {
    const [before, after, ...more] = positionals;
    if (!before || !after || more.length > 0) throw new WrongCall("нужны два файла или две редакции");
    try {
      const [a, b] = [await source(before), await source(after)];
      for (const one of [a, b]) if (!one.ok) return one.refused;
      return a.ok && b.ok ? told(diffEditions(a.text, b.text)) : missing(before);
    } finally {
      await closeDatabase();
    }
  },
};

type Read = { ok: true; text: Parameters<typeof diffEditions>[0] } | { ok: false; refused: Answer };

async function source(name: string): Promise<Read> {
  if (await isFile(name)) {
    const read = await editionFile(name);
    if (read.ok) return { ok: true, text: read.value.text };
    const { code, params } = read.error;
    const json = { ok: false, reason: code, params: params ?? {}, file: name };
    return { ok: false, refused: { ok: false, json, text: refusalText(code, params) } };
  }
  const text = await publishedEdition(name);
  return text ? { ok: true, text } : { ok: false, refused: missing(name) };
}

const missing = (name: string): Answer => ({
  ok: false,
  json: { ok: false, reason: "record.not_found", edition: name },
  text: `${name}: ${refusalText("record.not_found")}`,
});

function told(diff: EditionDiff): Answer {
  const { moved, renumbered, ...summary } = summaryOf(diff);
  const sentence = sentenceOf(diff, "ru");
  const json = { ...summary, moved: moved.map(({ to }) => to), moves: moved, renumbered, sentence };
  return { ok: true, json, text: [sentence, ...diff.rows.flatMap(rowText)].join("\n") };
}

/** The changed words of a clause between marks that a terminal shows: [-исключено-] {+добавлено+}. */
function rowText({ old, new: fresh, text }: EditionDiff["rows"][number]): string[] {
  if (text === "same") return [];
  const sides = fresh.length > 0 ? fresh : old;
  return sides.map(({ segments, ...side }) => {
    const words = segments.map((one) => {
      if (one.mark === "del") return `[-${one.text}-]`;
      if (one.mark === "ins") return `{+${one.text}+}`;
      return one.mark === "ref" ? `${one.was}→${one.text}` : one.text;
    });
    return `\n${nameOf(side)}. ${words.join("")}`;
  });
}
