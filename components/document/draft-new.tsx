import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, TextInput } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import { EDITION_KINDS } from "#/lib/editions/edition.ts";
import { EDITION_LANGUAGES } from "#/lib/editions/new-draft.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { OpenForm } from "./draft-open-form.tsx";

/** Title, address, kind and language of a document that the library does not have yet. */
export function NewDocumentFields({ locale, title, language }: { locale: Locale; title?: string; language?: string }) {
  const t = translator(locale, "editions");
  const words = translator(locale, "public");
  return (
    <>
      <TextInput name="title" label={t("new.name")} defaultValue={title} />
      <TextInput name="slug" label={t("new.slug")} hint={t("new.slugHint")} autoComplete="off" spellCheck={false} />
      <Select name="kind" label={t("new.kind")} defaultValue="other">
        {EDITION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`library.kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <LanguageSelect locale={locale} language={language} />
    </>
  );
}

export function LanguageSelect({ locale, language = "ru" }: { locale: Locale; language?: string }) {
  const words = translator(locale, "public");
  return (
    <Select
      name="language"
      label={translator(locale, "editions")("new.language")}
      defaultValue={language}
      width="medium"
    >
      {EDITION_LANGUAGES.map((one) => (
        <option key={one} value={one}>
          {words(`library.languages.${one}`)}
        </option>
      ))}
    </Select>
  );
}

type Copyable = { slug: string; language: string; title: string };

/** The next edition begins as a copy of the newest one. One button a document and language. */
export function CopyForms({
  locale,
  editions,
  action,
}: {
  locale: Locale;
  editions: readonly Copyable[];
  action: Action<unknown>;
}) {
  const t = translator(locale, "editions");
  const words = translator(locale, "public");
  return (
    <ul className="grid gap-2">
      {editions.map(({ slug, language, title }) => (
        <li
          key={`${slug}/${language}`}
          className="flex flex-wrap items-center justify-between gap-2 border-hairline border-b pb-2"
        >
          <span lang={language}>
            {title} <span className="text-muted text-sm">{words(`library.languages.${language as "ru"}`)}</span>
          </span>
          <OpenForm action={action} hidden={{ way: "next", slug, language }} label={`${t("new.start")}: ${title}`}>
            <SubmitButton look="secondary" small>
              {t("new.start")}
            </SubmitButton>
          </OpenForm>
        </li>
      ))}
    </ul>
  );
}
