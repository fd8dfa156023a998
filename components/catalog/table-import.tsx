"use client";

import { FileInput } from "#/components/form/file-input.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { uploadFile } from "#/components/form/upload.ts";
import { type ActionCall, type ActionResult, refuse } from "#/lib/action-result.ts";
import { UPLOADS } from "#/lib/files/recognise.ts";

type Props = { words: Record<"label" | "file" | "hint" | "read", string> };

/** A table goes to the house as a file; the next page shows what it would change, and nothing is changed before. */
export function TableImport({ words }: Props) {
  const read = async ({ input }: ActionCall): Promise<ActionResult<{ href: string }>> => {
    const { fileId } = input as { fileId?: string };
    if (!fileId) return refuse("form.invalid", { fileId: { code: "field.required" } });
    return { ok: true, value: { href: `/staff/catalog/import/${fileId}` } };
  };
  return (
    <Form action={read} label={words.label}>
      <FileInput
        name="fileId"
        label={words.file}
        hint={words.hint}
        accept={[".csv", ".txt", ".tsv"]}
        maxBytes={UPLOADS.catalog.maxBytes}
        upload={(file) => uploadFile("catalog", file)}
      />
      <SubmitButton>{words.read}</SubmitButton>
    </Form>
  );
}
