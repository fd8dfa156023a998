import type { Day } from "#/lib/calendar/day.ts";
import { parseDay } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { isEdiDocumentId } from "./document-id.ts";
import { minskStamp } from "./minsk-stamp.ts";
import { at, escapeXml, readXml, textAt } from "./xml.ts";

/** 9 original, 5 change, 3 cancel. */
export type FunctionCode = "9" | "5" | "3";

/** BLRDOC v2.0, «электронный документ свободной формы (РБ)»: an envelope of any file that both sides sign. */
export type Blrdoc = {
  documentId: string;
  /** True for the other side's answer. */
  response: boolean;
  createdAt: string;
  functionCode: FunctionCode;
  /** 0 both sign, 1 the sender only, 2 the receiver only. */
  route: "0" | "1" | "2";
  number: string;
  date: Day;
  typeCode: string;
  senderGln: string;
  receiverGln: string;
  file: { bytes: Uint8Array; type: string; name: string };
};

export type ActToSend = {
  documentId: string;
  createdAt: Date;
  number: string;
  issuedOn: Day;
  senderGln: string;
  receiverGln: string;
  pdf: Uint8Array;
};

/** An act as BLRDOC v2.0 of type ACT, to be signed by both sides. The same act and moment give the same bytes. */
export function buildActBlrdoc({ documentId, createdAt, number, issuedOn, ...act }: ActToSend): Uint8Array {
  const element = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  const person = (side: string, gln: string) => `<${side}><LegalPerson>${element("GLN", gln)}</LegalPerson></${side}>`;
  const attributes = [
    element("DocumentID", documentId),
    element("CreationDateTime", minskStamp(createdAt)),
    element("FunctionCode", "9"),
    element("eDocumentRoute", "0"),
    element("eDocumentNumber", number),
    element("eDocumentDate", issuedOn.replaceAll("-", "")),
    `<eDocumentType>${element("TypeCode", "ACT")}</eDocumentType>`,
    person("Sender", act.senderGln),
    person("Receiver", act.receiverGln),
  ];
  const document = [
    element("eDocumentFile", Buffer.from(act.pdf).toString("base64")),
    element("eDocumentFileType", "pdf"),
    element("eDocumentFileName", `act-${number}`),
  ];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<BLRDOC version="2.0" responseIndicator="0"><DocumentAttributes>${attributes.join("")}</DocumentAttributes><Document>${document.join("")}</Document></BLRDOC>\n`;
  return new TextEncoder().encode(xml);
}

export type BlrdocRefusal = "edi.xml_broken" | "edi.xml_unsafe" | "edi.not_blrdoc" | "edi.blrdoc_incomplete";

/** Reads a BLRDOC of anybody; whatever an act needs and does not have is a refusal, never a guess. */
export function readBlrdoc(text: string): Result<Blrdoc, BlrdocRefusal> {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const root = xml.value;
  const head = at(root, "DocumentAttributes");
  const body = at(root, "Document");
  if (root.name !== "BLRDOC" || root.attributes.version !== "2.0" || !head) return err("edi.not_blrdoc");
  const documentId = textAt(head, "DocumentID");
  const functionCode = oneOf(["9", "5", "3"], textAt(head, "FunctionCode"));
  const number = textAt(head, "eDocumentNumber");
  const date = readDate(textAt(head, "eDocumentDate"));
  const senderGln = textAt(head, "Sender", "LegalPerson", "GLN");
  const receiverGln = textAt(head, "Receiver", "LegalPerson", "GLN");
  if (!documentId || !isEdiDocumentId(documentId) || !functionCode || !number || !date || !senderGln || !receiverGln)
    return err("edi.blrdoc_incomplete");
  return ok({
    documentId,
    response: root.attributes.responseIndicator === "1",
    createdAt: textAt(head, "CreationDateTime") ?? "",
    functionCode,
    route: oneOf(["0", "1", "2"], textAt(head, "eDocumentRoute")) ?? "0",
    number,
    date,
    typeCode: textAt(head, "eDocumentType", "TypeCode") ?? "",
    senderGln,
    receiverGln,
    file: {
      bytes: new Uint8Array(Buffer.from((body && textAt(body, "eDocumentFile")) ?? "", "base64")),
      type: (body && textAt(body, "eDocumentFileType")) ?? "",
      name: (body && textAt(body, "eDocumentFileName")) ?? "",
    },
  });
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((one) => one === value) ?? null;

/** Both spellings are met: 20260415 and 2026-04-15. */
const readDate = (text: string | null): Day | null =>
  text === null ? null : parseDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3").slice(0, 10));
