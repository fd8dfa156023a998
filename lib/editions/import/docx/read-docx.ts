import "server-only";

import { err, ok, type Result } from "#/lib/result.ts";
import type { ImportRefusal, Notes, Read } from "../imported.ts";
import { mendLetters } from "../mend.ts";
import { countWords } from "../words.ts";
import { numberer } from "./numbering.ts";
import { bodyReader } from "./paragraphs.ts";
import { readStyles } from "./styles.ts";
import { element, elements, ownText, readXml, type Xml } from "./xml.ts";
import { unzip } from "./zip.ts";

const PARTS =
  /^(?:\[Content_Types\]\.xml|word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml|word\/_rels\/document\.xml\.rels)$/;
const damaged = (found: string) => err({ code: "import.damaged", params: { found } } as ImportRefusal);

/** A Word document → its paragraphs, with the numbers that Word only paints. */
export async function readDocx(bytes: Uint8Array, notes: Notes): Promise<Result<Read, ImportRefusal>> {
  const unpacked = await unzip(bytes, PARTS);
  if (!unpacked.ok) return unpacked;
  const parts = new Map<string, Xml>();
  if (!unpacked.value.has("word/document.xml"))
    return err({ code: "import.unsupported", params: { found: "ZIP" } } as ImportRefusal);
  for (const [name, content] of unpacked.value) {
    const xml = readXml(content);
    if (!xml) return damaged(name);
    parts.set(name, xml);
  }
  const body = element(parts.get("word/document.xml"), "body");
  if (!body) return damaged("word/document.xml");
  const reader = bodyReader({
    notes,
    styleOf: readStyles(parts.get("word/styles.xml") ?? null),
    numberOf: numberer(parts.get("word/numbering.xml") ?? null),
    addresses: addressesOf(parts.get("word/_rels/document.xml.rels")),
    footnotes: new Map([
      ...notesOf(parts.get("word/footnotes.xml"), "footnote"),
      ...notesOf(parts.get("word/endnotes.xml"), "endnote"),
    ]),
  });
  const { blocks, seen } = reader(body);
  for (const [name, part] of parts) {
    const reason = /header|footer/.test(name) ? "running-head" : name.endsWith("comments.xml") ? "comment" : null;
    const text = reason ? mendLetters(wordsOf(part)).trim() : "";
    if (!reason || countWords(text) === 0) continue;
    notes.drop(reason, 0, text);
    seen.push(text);
  }
  return ok({ blocks, seen, name: null });
}

/** All text of a part that is cut whole: paragraph by paragraph. */
function wordsOf(part: Xml): string {
  return part.children
    .map((one) =>
      typeof one === "string" ? "" : one.name === "t" ? ownText(one) : wordsOf(one) + (one.name === "p" ? "\n" : ""),
    )
    .join("");
}

const addressesOf = (relations: Xml | undefined): Map<string, string> =>
  new Map(
    elements(relations, "Relationship").flatMap(({ attrs }) =>
      attrs.TargetMode === "External" && attrs.Id && attrs.Target ? [[attrs.Id, attrs.Target] as const] : [],
    ),
  );

/** Footnotes by id; the lines that part them from the text are none. */
const notesOf = (part: Xml | undefined, name: "footnote" | "endnote"): [string, Xml][] =>
  elements(part, name).flatMap((one) =>
    one.attrs.type && one.attrs.type !== "normal" ? [] : [[`${name}/${one.attrs.id}`, one]],
  );
