import { deflateSync } from "node:zlib";

type PdfObject = { id: number; body: string };

/**
 * The same PDF with its small objects in one compressed stream (ISO 32000-1, 7.5.7): a tagged paper is mostly such objects, which typst
 * writes out in full, and a third of the size remains. Reads only what typst writes: one plain cross-reference table, generation 0.
 * @throws Error for any other PDF: it is a defect of ours, not input.
 */
export function packPdf(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes).toString("latin1");
  const tail = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(source);
  const header = /^%PDF-1\.7\n%[^\n]*\n+/.exec(source);
  if (!tail || !header) throw new Error("not a PDF 1.7 as typst writes it");
  const [, trailer = "", table = ""] = tail;
  const objects = readObjects(source, Number(table));
  const streams = objects.filter(isStream);
  const small = objects.filter((object) => !isStream(object));

  const size = Math.max(...objects.map(({ id }) => id)) + 3;
  const [container, index] = [size - 2, size - 1];
  const rows = new Map<number, [type: number, where: number, at: number]>([[0, [0, 0, 65_535]]]);
  let out = header[0];
  const put = (id: number, body: string) => {
    rows.set(id, [1, out.length, 0]);
    out += `${id} 0 obj\n${body}\nendobj\n`;
  };
  for (const { id, body } of streams) put(id, body);
  for (const [at, { id }] of small.entries()) rows.set(id, [2, container, at]);
  put(container, objectStream(small));

  const start = out.length;
  rows.set(index, [1, start, 0]);
  const table5 = Array.from({ length: size }, (_, id) => entry(rows.get(id) ?? [0, 0, 0]));
  const kept = trailer.replace(/\/Size\s+\d+/, "").trim();
  out += `${index} 0 obj\n${stream(`/Type /XRef /Size ${size} /W [1 4 2] ${kept}`, Buffer.concat(table5))}\nendobj\n`;
  return Buffer.from(`${out}startxref\n${start}\n%%EOF\n`, "latin1");
}

const isStream = ({ body }: PdfObject): boolean => body.endsWith("endstream");

function readObjects(source: string, table: number): PdfObject[] {
  const offsets = [...source.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at));
  const ends = [...offsets, table].toSorted((a, b) => a - b);
  return offsets.map((from) => {
    const text = source.slice(from, ends[ends.indexOf(from) + 1]);
    const object = /^(\d+) 0 obj\s+([\s\S]*?)\s+endobj\s*$/.exec(text);
    if (!object) throw new Error(`no object at ${from}`);
    return { id: Number(object[1]), body: object[2] ?? "" };
  });
}

function objectStream(objects: readonly PdfObject[]): string {
  let heads = "";
  let bodies = "";
  for (const { id, body } of objects) {
    heads += `${id} ${bodies.length} `;
    bodies += `${body}\n`;
  }
  const content = Buffer.from(heads + bodies, "latin1");
  return stream(`/Type /ObjStm /N ${objects.length} /First ${heads.length}`, content);
}

function stream(head: string, content: Uint8Array): string {
  const packed = deflateSync(content, { level: 9 }).toString("latin1");
  return `<< ${head} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

function entry([type, where, at]: [number, number, number]): Buffer {
  const row = Buffer.alloc(7);
  row.writeUInt8(type, 0);
  row.writeUInt32BE(where, 1);
  row.writeUInt16BE(at, 5);
  return row;
}
