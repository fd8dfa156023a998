import { RadioGroup } from "#/components/form/choice.tsx";
import { Select, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { cardTexts } from "#/lib/catalog/csv/texts.ts";
import { INCLUDED, LICENCES, type ProductCard } from "#/lib/catalog/product.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { editionsOf } from "#/lib/terms/documents.ts";

type Props = { locale: Locale; card: ProductCard | null; categories: readonly string[] };

/** The card as fields; of a product that is there already the address is not asked: it never changes. */
export function ProductFields({ locale, card, categories }: Props) {
  const t = translator(locale, "catalog");
  const texts = card && cardTexts(card, "\n");
  const value = (name: keyof ProductCard) => ({ name: `card.${name}`, defaultValue: texts?.[name] });
  return (
    <>
      <TextInput {...value("name")} label={t("fields.name")} maxLength={120} />
      {card ? (
        <input type="hidden" name="card.slug" value={card.slug} />
      ) : (
        <TextInput
          {...value("slug")}
          label={t("fields.slug")}
          hint={t("staff.hint.slug")}
          autoComplete="off"
          spellCheck={false}
          optional
        />
      )}
      <TextInput {...value("vendor")} label={t("fields.vendor")} maxLength={120} />
      <Textarea {...value("what")} label={t("fields.what")} hint={t("staff.hint.what")} rows={3} maxLength={1000} />
      <TextInput
        {...value("category")}
        label={t("fields.category")}
        hint={t("staff.hint.category")}
        list="catalog-categories"
        width="medium"
      />
      <datalist id="catalog-categories">
        {categories.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Textarea
        {...value("dataAccessed")}
        label={t("fields.dataAccessed")}
        hint={t("staff.hint.dataAccessed")}
        rows={4}
        optional
      />
      <Select {...value("licence")} label={t("fields.licence")} hint={t("staff.hint.licence")} optional>
        <option value="">{t("staff.hint.noLicence")}</option>
        {LICENCES.map((slug) => (
          <option key={slug} value={slug}>
            {editionsOf(slug).at(-1)?.title}
          </option>
        ))}
      </Select>
      <TextInput {...value("addendum")} label={t("fields.addendum")} optional />
      <TextInput {...value("territory")} label={t("fields.territory")} hint={t("staff.hint.territory")} optional />
      <RadioGroup
        name="card.included"
        label={t("fields.included")}
        defaultValue={card?.included ?? "unknown"}
        choices={INCLUDED.map((one) => ({ value: one, title: t(`choice.${one}`) }))}
      />
      <TextInput
        {...value("supportContact")}
        label={t("fields.supportContact")}
        hint={t("staff.hint.supportContact")}
        optional
      />
      <TextInput {...value("supportDays")} label={t("fields.supportDays")} inputMode="numeric" width="short" optional />
      <TextInput
        {...value("sourceUrl")}
        label={t("fields.sourceUrl")}
        hint={t("staff.hint.sourceUrl")}
        inputMode="url"
        optional
      />
    </>
  );
}
