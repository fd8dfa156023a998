"use client";

import type { FieldProps } from "#/components/form/field.tsx";
import { FileInput } from "#/components/form/file-input.tsx";
import { uploadFile } from "#/components/form/upload.ts";
import { UPLOADS, type UploadKind } from "#/lib/files/recognise.ts";

const ENDINGS = {
  "application/pdf": [".pdf"],
  "image/png": [".png"],
  "image/jpeg": [".jpg", ".jpeg"],
  "application/zip": [".zip"],
  "application/pkcs7-mime": [".p7s", ".sgn"],
  "application/xml": [".xml"],
} as const;

/** A file that goes to the house at once; the form carries its id. */
export function UploadField({
  kind,
  contractId,
  partyId,
  ...field
}: FieldProps & { kind: UploadKind; contractId?: string; partyId?: string }) {
  const { types, maxBytes } = UPLOADS[kind];
  const accept = types ? types.flatMap((type) => ENDINGS[type]) : [".txt"];
  return (
    <FileInput
      {...field}
      accept={accept}
      maxBytes={maxBytes}
      upload={(file) => uploadFile(kind, file, contractId, partyId)}
    />
  );
}
