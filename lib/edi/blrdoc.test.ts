import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";
import { buildActBlrdoc, readBlrdoc } from "./blrdoc.ts";
import { ediDocumentId, isEdiDocumentId } from "./document-id.ts";
import { dayOfStamp, minskStamp } from "./minsk-stamp.ts";
import { readArrival } from "./read-arrival.ts";
import { answerTo, messageAbout } from "./testing/messages.ts";

const GLN = "4819001510007";
const number = invoiceNumber(2026, 145);
const documentId = ediDocumentId({ gln: GLN, number, attempt: 1 });
const act = {
  documentId,
  createdAt: new Date("2026-04-15T21:30:05Z"),
  number,
  issuedOn: asDay("2026-04-15"),
  senderGln: GLN,
  receiverGln: GLN,
  pdf: new TextEncoder().encode("%PDF-1.7 акт %%EOF"),
};
const text = () => new TextDecoder().decode(buildActBlrdoc(act));

test("the number of a document: provider, GLN, kind, our number and the try", () => {
  expect(documentId).toBe(`002-${GLN}-01-${number.replaceAll("-", "")}01`);
  expect(documentId.length).toBeLessThanOrEqual(46);
  expect(isEdiDocumentId(documentId)).toBe(true);
  expect(isEdiDocumentId(documentId.replace(GLN, "4819001510008"))).toBe(false);
  expect(() => ediDocumentId({ gln: "4819001510008", number, attempt: 1 })).toThrow(RangeError);
  expect(() => ediDocumentId({ gln: GLN, number: "26-000145-0", attempt: 1 })).toThrow(RangeError);
});

test("an act is BLRDOC v2.0 of type ACT, signed by both, and is read back", () => {
  expect(text()).toContain('<BLRDOC version="2.0" responseIndicator="0">');
  expect(text()).toContain("<CreationDateTime>20260416003005</CreationDateTime>");
  expect(text()).toContain("<eDocumentType><TypeCode>ACT</TypeCode></eDocumentType>");
  expect(text()).toContain(`<Sender><LegalPerson><GLN>${GLN}</GLN></LegalPerson></Sender>`);
  expect(readBlrdoc(text())).toMatchObject({
    ok: true,
    value: { documentId, response: false, functionCode: "9", route: "0", number, date: "2026-04-15", typeCode: "ACT" },
  });
  const read = readBlrdoc(text());
  expect(read.ok && read.value.file).toEqual({ bytes: act.pdf, type: "pdf", name: `act-${number}` });
});

test.each([
  [
    "a document type",
    text().replace("?>\n", '?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "edi.xml_unsafe",
  ],
  ["an end that is missing", text().slice(0, -20), "edi.xml_broken"],
  ["nesting without end", `${"<a>".repeat(100_000)}`, "edi.xml_broken"],
  ["another version", text().replace('version="2.0"', 'version="0.1"'), "edi.not_blrdoc"],
  ["no receiver", text().replace(/<Receiver>.*<\/Receiver>/, ""), "edi.blrdoc_incomplete"],
  ["a number of no form", text().replace(documentId, "1"), "edi.blrdoc_incomplete"],
  ["a date that is none", text().replace("20260415<", "20260231<"), "edi.blrdoc_incomplete"],
])("refused: %s", (_what, broken, code) => {
  expect(readBlrdoc(broken)).toEqual({ ok: false, error: code });
});

test("whatever bytes come, reading never throws", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readArrival(bytes).kind === "other"));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text().length }), fc.string(), (place, noise) => {
      readArrival(new TextEncoder().encode(text().slice(0, place) + noise + text().slice(place)));
    }),
    { numRuns: 50 },
  );
});

describe("a delivery", () => {
  const read = (content: string | Uint8Array) =>
    readArrival(typeof content === "string" ? new TextEncoder().encode(content) : content);

  test("read by the receiver", () =>
    expect(read(messageAbout(documentId, "1251", "2026-04-16T09:00:00"))).toMatchObject({
      kind: "read",
      documentId,
      on: "2026-04-16",
    }));
  test("countersigned, bare or in a container", () => {
    const bare = answerTo(act);
    const container = Buffer.concat([
      Buffer.from([0x30, 0x82, 0xff, 0x01]),
      Buffer.from(bare),
      Buffer.from([0xa0, 0x80]),
    ]);
    for (const content of [bare, container])
      expect(read(content)).toMatchObject({ kind: "signed", documentId, code: null });
  });
  test("refused, with the receiver's reason", () =>
    expect(read(messageAbout(documentId, "2750", "20260416090000", "Указан не тот портал"))).toMatchObject({
      kind: "refused",
      on: "2026-04-16",
      reason: "Указан не тот портал",
    }));
  test.each([
    ["our own document back", text(), "edi.not_an_answer"],
    ["an unknown message", messageAbout(documentId, "9999", ""), "edi.message_unknown"],
    ["a message about nothing of ours", messageAbout("77", "1251", ""), "edi.no_reference"],
    ["another document", "<ORDERS/>", "edi.type_unknown"],
    ["no XML at all", "%PDF-1.7", "edi.no_xml"],
  ])("waits for a person: %s", (_what, content, code) => expect(read(content)).toMatchObject({ kind: "other", code }));
});

test("moments by the clock of Minsk", () => {
  expect(minskStamp(new Date("2026-12-31T21:00:00Z"))).toBe("20270101000000");
  expect(dayOfStamp("2026-12-31T22:00:00Z")).toBe("2027-01-01");
  expect(dayOfStamp("2026-12-31T22:00:00")).toBe("2026-12-31");
  expect(dayOfStamp("20261231220000")).toBe("2026-12-31");
  expect(dayOfStamp("вчера")).toBeNull();
});
