"use client";

import { FileInput } from "#/components/form/file-input.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, Textarea } from "#/components/form/text-input.tsx";
import { uploadFile } from "#/components/form/upload.ts";
import { type ActionCall, type ActionResult, refuse } from "#/lib/action-result.ts";
import { UPLOADS } from "#/lib/files/recognise.ts";

const ENDINGS = [".txt", ".md", ".markdown", ".html", ".htm", ".docx"];

type Words = Record<"file" | "fileHint" | "paste" | "read" | "target", string>;
type Props = {
  words: Words;
  label: string;
  /** Documents to choose from, by the address of the page that shows what was read; one alone is not asked. */
  targets: readonly { query: string; title: string }[];
};

/**
 * A file, or text that was pasted: it goes to the house as a file, and the next page shows what was read of it. Nothing is
 * made of it before somebody has seen that page.
 */
export function DraftImport({ words, label, targets }: Props) {
  const read = async ({ input }: ActionCall): Promise<ActionResult<{ href: string }>> => {
    const { fileId, paste, target } = input as { fileId?: string; paste?: string; target?: string };
    const sent = fileId ? { ok: true as const, value: { id: fileId } } : await pasted(paste ?? "");
    return sent.ok ? { ok: true, value: { href: `/staff/documents/import/${sent.value.id}?${target ?? ""}` } } : sent;
  };
  const [only, ...others] = targets;
  return (
    <Form action={read} label={label}>
      {only && others.length === 0 ? (
        <input type="hidden" name="target" value={only.query} />
      ) : (
        <Select name="target" label={words.target}>
          {targets.map(({ query, title }) => (
            <option key={query} value={query}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <FileInput
        name="fileId"
        label={words.file}
        hint={words.fileHint}
        accept={ENDINGS}
        maxBytes={UPLOADS.edition.maxBytes}
        upload={(file) => uploadFile("edition", file)}
        optional
      />
      <Textarea name="paste" label={words.paste} rows={6} optional />
      <SubmitButton>{words.read}</SubmitButton>
    </Form>
  );
}

/** The importer tells a page from a text by what is in it; the name says only where it came from. */
async function pasted(text: string): Promise<ActionResult<{ id: string }>> {
  if (text.trim() === "") return refuse("form.invalid", { paste: { code: "edition.nothing_sent" } });
  return uploadFile("edition", new File([text], "paste.txt", { type: "text/plain" }));
}
