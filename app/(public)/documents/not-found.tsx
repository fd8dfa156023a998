import { requestLocale } from "#/app/_auth/request-locale.ts";
import { translator } from "#/lib/messages/messages.ts";
import { shelf, today } from "../_data/library.ts";

/** A wrong address among the documents is answered with the documents; short, for Next sends it along with each of them. */
export default async function DocumentNotFound() {
  const [locale, documents] = await Promise.all([requestLocale(), today().then(shelf)]);
  const t = translator(locale, "public");
  return (
    <>
      <h1>{t("document.missing")}</h1>
      <p className="mt-3 max-w-measure">{t("document.missingText")}</p>
      <ul className="mt-4 grid gap-2">
        {documents.map(({ slug, language, current, editions: [newest] }) => (
          <li key={slug}>
            <a className="link" href={`/documents/${slug}`} lang={language}>
              {(current ?? newest).title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
