import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP as Word writes it: deflated. `declared` lies about the unpacked size, as a bomb does. */
export function zip(parts: Record<string, string | Uint8Array>, declared: Record<string, number> = {}): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared[name] ?? bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, label]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, central, end]));
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const part = (name: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${W}>${body}</w:${name}>`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const inserted = (text: string) => `<w:ins w:id="1" w:author="x">${run(text)}</w:ins>`;
export const deleted = (text: string) =>
  `<w:del w:id="2" w:author="x"><w:r><w:delText>${escaped(text)}</w:delText></w:r></w:del>`;
export const hyperlink = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
export const footnoteCall = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const numbered = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
export const styled = (style: string) => `<w:pStyle w:val="${style}"/>`;
export const p = (body: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${body.startsWith("<") ? body : run(body)}</w:p>`;
export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${p(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

const NUMBERING = part(
  "numbering",
  `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2.")}${level(2, "russianLower", "%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, "bullet", "\uF0B7")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
);
const STYLES = part(
  "styles",
  `<w:style w:type="paragraph" w:styleId="Name"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>${numbered(1, 0)}</w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H1x"><w:name w:val="Мой заголовок"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>`,
);

type Extra = { footnotes?: Record<number, string>; links?: Record<string, string>; parts?: Record<string, string> };

/** A document of Word from the XML of its body; lists 1 (1., 1.1., а) and 2 (bullets), styles Name, H1, H1x, TOC1. */
export function docx(body: string, { footnotes = {}, links = {}, parts = {} }: Extra = {}): Uint8Array {
  const relations = Object.entries(links)
    .map(([id, target]) => `<Relationship Id="${id}" Target="${escaped(target)}" TargetMode="External" Type="x"/>`)
    .join("");
  const foot = Object.entries(footnotes)
    .map(([id, text]) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`)
    .join("");
  return zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": part("document", `<w:body>${body}<w:sectPr/></w:body>`),
    "word/styles.xml": STYLES,
    "word/numbering.xml": NUMBERING,
    "word/footnotes.xml": part("footnotes", `<w:footnote w:type="separator" w:id="-1">${p("")}</w:footnote>${foot}`),
    "word/_rels/document.xml.rels": `<Relationships>${relations}</Relationships>`,
    ...parts,
  });
}
