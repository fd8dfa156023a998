import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { FileLink } from "#/components/ui/file-link.tsx";
import { PREVIEW_VAT, type PreviewChoice } from "#/lib/documents/preview/choice.ts";
import { PREVIEW_KINDS_OF_BUYER, PREVIEW_LINES, type PreviewedKind } from "#/lib/documents/preview/model.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { PAPER_LANGUAGES } from "#/lib/requisites/paper-language.ts";

type Props = { locale: Locale; kind: PreviewedKind; choice: PreviewChoice; title: string };

/** The pages of a sample under what can be turned: the language, the customer, VAT, the number of lines, a correction. */
export function PaperPreview({ locale, kind, choice, title }: Props) {
  const t = translator(locale, "papers");
  const now = {
    language: choice.language,
    buyer: choice.buyer,
    vat: choice.vat.kind === "none" ? "none" : "20",
    lines: String(choice.lines),
    corrected: choice.corrected ? "yes" : undefined,
  };
  const href = (path: string, change: Partial<typeof now> & { form?: string } = {}) =>
    listHref(path, { ...now, ...change });
  const page = `/staff/documents/papers/${kind}`;
  const sample = `/api/papers/${kind}/sample`;
  const priced = kind === "invoice" || kind === "act" || kind === "price-list";
  const addressed = kind !== "price-list" && kind !== "edition" && kind !== "postal-register";
  return (
    <div className="grid gap-4">
      <Filters
        label={t("language.label")}
        options={PAPER_LANGUAGES.map((language) => ({
          href: href(page, { language }),
          title: t(`language.one.${language}`),
          current: language === now.language,
        }))}
      />
      {addressed && (
        <Filters
          label={t("buyer.label")}
          options={PREVIEW_KINDS_OF_BUYER.map((buyer) => ({
            href: href(page, { buyer }),
            title: t(`buyer.${buyer}`),
            current: buyer === now.buyer,
          }))}
        />
      )}
      {priced && (
        <Filters
          label={t("vat.label")}
          options={PREVIEW_VAT.map((vat) => ({
            href: href(page, { vat }),
            title: t(`vat.${vat}`),
            current: vat === now.vat,
          }))}
        />
      )}
      <Filters
        label={t("lines.label")}
        options={PREVIEW_LINES.map((lines) => ({
          href: href(page, { lines: String(lines) }),
          title: t("lines.value", { count: lines }),
          current: String(lines) === now.lines,
        }))}
      />
      {kind === "act" && (
        <Filters
          label={t("corrected.label")}
          options={([undefined, "yes"] as const).map((corrected) => ({
            href: href(page, { corrected }),
            title: t(corrected ? "corrected.yes" : "corrected.no"),
            current: corrected === now.corrected,
          }))}
        />
      )}
      <p>
        <FileLink locale={locale} href={href(sample)} title={t("pdf")} kind="PDF" />
      </p>
      {/* biome-ignore lint/performance/noImgElement: a drawing made for this very request; there is nothing to optimise */}
      <img
        className="w-full max-w-[56rem] rounded border border-edge bg-[#fff]"
        src={href(sample, { form: "svg" })}
        alt={t("picture", { title })}
      />
    </div>
  );
}
