import { Notice } from "#/components/ui/notice.tsx";
import type { BelarusAnswer } from "#/lib/catalog/covers-belarus.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { factHref } from "#/lib/terms/addresses.ts";
import { citeWords, factWords } from "#/lib/terms/words.ts";
import { COVERS_TONE } from "./product-marks.tsx";

/** Yes, no or «we do not know», with the clause and the edition where a licence says it. */
export function BelarusVerdict({ locale, answer }: { locale: Locale; answer: BelarusAnswer }) {
  const t = translator(locale, "catalog");
  const { covers, by, source } = answer;
  return (
    <Notice tone={covers === "unknown" ? "needs" : COVERS_TONE[covers]} title={t(`product.verdict.${covers}`)}>
      {source ? (
        <p>
          {t("product.byLicence")} {factWords(source.fact, locale)}{" "}
          <a className="link" href={factHref(source.document, source.fact)}>
            {citeWords(source, locale)}
          </a>
        </p>
      ) : (
        <p>{by === "card" ? t("product.byCard") : t("product.byNothing")}</p>
      )}
      {covers === "no" && <p>{t("product.noText")}</p>}
    </Notice>
  );
}
