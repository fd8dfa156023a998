import { FileLink } from "#/components/ui/file-link.tsx";
import { TYPE_NAMES } from "#/lib/files/recognise.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type File = { fileId: string; name: string; mediaType: string; size: number; sha256: string };

/** What was put on the scanner, as it came, with the hash that proves it. */
export function StackFiles({ locale, files }: { locale: Locale; files: readonly File[] }) {
  const t = translator(locale, "edi");
  return (
    <>
      <p className="mb-3 text-muted">{t("stack.originalsText")}</p>
      <ul className="grid gap-3">
        {files.map(({ fileId, name, mediaType, size, sha256 }) => (
          <li key={fileId} className="min-w-0">
            <FileLink
              locale={locale}
              href={`/api/files/${fileId}`}
              title={name}
              kind={TYPE_NAMES[mediaType as keyof typeof TYPE_NAMES]}
              bytes={size}
            />
            <div className="break-all text-muted text-sm">
              {t("stack.sha256")} {sha256}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
