import type { Day } from "#/lib/calendar/day.ts";
import type { ArrivalKind } from "./arrival.ts";
import { readBlrdoc } from "./blrdoc.ts";
import { isEdiDocumentId } from "./document-id.ts";
import { dayOfStamp } from "./minsk-stamp.ts";
import { type Element, readXml, textAt } from "./xml.ts";

export type Arrival = {
  kind: ArrivalKind;
  /** Our document that it speaks of. */
  documentId: string | null;
  /** When it happened, by what came; the operator's own time is asked where it says nothing. */
  on: Day | null;
  /** Of a refusal. */
  reason: string | null;
  /** Why a person must look. */
  code: string | null;
};

/** Messages of the operator: read by the receiver, taken over by its accounting, the notice of reading. */
const READ = ["1251", "1252", "2650"];
/** A notice of change: the receiver does not sign and says why. */
const REFUSED = ["2750"];

/** What a delivery says. A signature inside is not checked here: the operator did, the file stays as it came. */
export function readArrival(bytes: Uint8Array): Arrival {
  const text = xmlInside(bytes);
  if (text === null) return unknown("edi.no_xml");
  if (/<(?:\w+:)?BLRDOC[\s>]/.test(text)) return answer(text);
  const xml = readXml(text);
  if (!xml.ok) return unknown(xml.error);
  return xml.value.name === "Document-ApplicationMessage" ? message(xml.value) : unknown("edi.type_unknown");
}

const unknown = (code: string, documentId: string | null = null): Arrival => ({
  kind: "other",
  documentId,
  on: null,
  reason: null,
  code,
});

/** The other side's copy of our document: with its signature, or cancelled. */
function answer(text: string): Arrival {
  const read = readBlrdoc(text);
  if (!read.ok) return unknown(read.error);
  const { documentId, response, functionCode, createdAt } = read.value;
  if (!response) return unknown("edi.not_an_answer", documentId);
  const kind = functionCode === "9" ? "signed" : "refused";
  return { kind, documentId, on: dayOfStamp(createdAt), reason: null, code: null };
}

function message(root: Element): Arrival {
  const find = (name: string) => deep(root, name);
  const code = find("SystemMessageCode");
  const documentId = references(root).find(isEdiDocumentId) ?? null;
  const on = dayOfStamp(find("SystemMessageDate"));
  const kind = READ.includes(code ?? "") ? "read" : REFUSED.includes(code ?? "") ? "refused" : "other";
  if (!documentId) return unknown("edi.no_reference");
  if (kind === "other") return unknown("edi.message_unknown", documentId);
  return { kind, documentId, on, reason: kind === "refused" ? find("SystemMessageText") : null, code: null };
}

function deep(element: Element, name: string): string | null {
  const own = textAt(element, name);
  if (own) return own;
  for (const child of element.children) {
    const found = deep(child, name);
    if (found) return found;
  }
  return null;
}

/** The operator names the document in different elements by message: every text of the form of a number is looked at. */
const references = (element: Element): string[] => [element.text.trim(), ...element.children.flatMap(references)];

const ROOTS = ["BLRDOC", "Document-ApplicationMessage"];

/** The document itself, also where a signed container (CMS) holds it in one piece; null where there is none. */
function xmlInside(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith("<") || text.startsWith("\ufeff")) return text;
  const raw = new TextDecoder("latin1").decode(bytes);
  for (const root of ROOTS) {
    const from = raw.search(new RegExp(`<${root}[\\s>]`));
    const end = `</${root}>`;
    const to = raw.indexOf(end, from);
    // Latin-1 counts bytes one by one, so the places hold for the bytes themselves.
    if (from >= 0 && to > from) return new TextDecoder().decode(bytes.subarray(from, to + end.length));
  }
  return null;
}
