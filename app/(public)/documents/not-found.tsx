import { requestLocale } from "#/app/_auth/request-locale.ts";
import { translator } from "#/lib/messages/messages.ts";
import { shelf, today } from "../_data/library.ts";
import { LibraryTable } from "./_library-table.tsx";

/** A wrong address among the documents is answered with the documents. */
export default async function DocumentNotFound() {
  const [locale, documents] = await Promise.all([requestLocale(), today().then(shelf)]);
  const t = translator(locale, "public");
  return (
    <>
      <h1>{t("document.missing")}</h1>
      <p className="mt-3 mb-6 max-w-measure">{t("document.missingText")}</p>
      <LibraryTable locale={locale} documents={documents} />
    </>
  );
}
