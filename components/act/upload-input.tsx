"use client";

import type { FieldProps } from "#/components/form/field.tsx";
import { FileInput } from "#/components/form/file-input.tsx";
import { uploadFile } from "#/components/form/upload.ts";

const MB = 1024 * 1024;
const ACCEPT: Record<"signed-act" | "refusal" | "force-majeure", readonly string[]> = {
  "signed-act": [".pdf", ".p7s", ".p7m", ".sig", ".zip", ".xml", ".png", ".jpg", ".jpeg"],
  refusal: [".pdf", ".png", ".jpg", ".jpeg"],
  "force-majeure": [".pdf", ".png", ".jpg", ".jpeg"],
};

/** A file of an answer to an act: it goes up at once, the form carries its id. */
export function UploadInput({
  kind,
  contractId,
  ...field
}: FieldProps & { kind: keyof typeof ACCEPT; contractId: string }) {
  return (
    <FileInput
      {...field}
      accept={ACCEPT[kind]}
      maxBytes={10 * MB}
      upload={(file) => uploadFile(kind, file, contractId)}
    />
  );
}
