export type MediaType =
  | "application/pdf"
  | "image/png"
  | "image/jpeg"
  | "application/zip"
  | "application/pkcs7-mime"
  | "application/xml";

export const UPLOAD_KINDS = [
  "statement",
  "activation",
  "signed-act",
  "refusal",
  "signed-reconciliation",
  "force-majeure",
  "on-behalf",
  "scan",
  "edition",
  "catalog",
] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

const MB = 1024 * 1024;

/** What each kind of upload takes. Bank statements and texts of editions are recognised by their own readers, by content. */
export const UPLOADS: Record<UploadKind, { maxBytes: number; types: readonly MediaType[] | null }> = {
  statement: { maxBytes: 32 * MB, types: null },
  edition: { maxBytes: 16 * MB, types: null },
  /** A table of products; its reader tells what it is. */
  catalog: { maxBytes: 8 * MB, types: null },
  activation: { maxBytes: 10 * MB, types: ["application/pdf", "image/png", "image/jpeg"] },
  "signed-act": {
    maxBytes: 10 * MB,
    types: [
      "application/pdf",
      "image/png",
      "image/jpeg",
      "application/zip",
      "application/pkcs7-mime",
      "application/xml",
    ],
  },
  "force-majeure": { maxBytes: 10 * MB, types: ["application/pdf", "image/png", "image/jpeg"] },
  "on-behalf": { maxBytes: 10 * MB, types: ["application/pdf", "image/png", "image/jpeg"] },
  scan: { maxBytes: 40 * MB, types: ["application/pdf", "image/png", "image/jpeg"] },
  "signed-reconciliation": { maxBytes: 10 * MB, types: ["application/pdf", "image/png", "image/jpeg"] },
  refusal: { maxBytes: 10 * MB, types: ["application/pdf", "image/png", "image/jpeg"] },
};

/** The type by the first bytes, never by the name; null for what no upload takes. */
export function recogniseFile(bytes: Uint8Array): MediaType | null {
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return hasPdfEnd(bytes) ? "application/pdf" : null;
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x50, 0x4b, 0x03, 0x04)) return "application/zip";
  // A signed container (CMS): an ASN.1 SEQUENCE with a long length.
  if (starts(0x30) && (bytes[1] === 0x80 || bytes[1] === 0x82 || bytes[1] === 0x83)) return "application/pkcs7-mime";
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\ufeff/, "")
    .trimStart();
  return head.startsWith("<?xml") ? "application/xml" : null;
}

const hasPdfEnd = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(-2048)).includes("%%EOF");

/** Names people know, for the sentence that says what may be uploaded. */
export const TYPE_NAMES: Record<MediaType, string> = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "application/zip": "ZIP",
  "application/pkcs7-mime": "P7S",
  "application/xml": "XML",
};

/** A file's name as it is shown and sent: no path, no control or direction marks, at most 150 characters. */
export function safeFileName(name: string): string {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = base.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "").trim();
  return clean.slice(-150) || "file";
}
