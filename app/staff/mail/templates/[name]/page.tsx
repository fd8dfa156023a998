import { notFound } from "next/navigation";

import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { factsOf } from "#/lib/mail/catalogue.ts";
import { sampleMail } from "#/lib/mail/templates/samples.ts";
import { isTemplate } from "#/lib/mail/templates.ts";
import { isLocale, locales } from "#/lib/messages/locales.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../../_page.ts";
import { inWords, PATH } from "../_words.ts";

type Props = { params: Promise<{ name: string }>; searchParams: Query };
const VIEWS = ["both", "html", "text"] as const;

/** One letter about its sample: its HTML in a frame of its own that can do nothing, its plain text beside. */
export default async function TemplatePage({ params, searchParams }: Props) {
  const { locale, t: staff } = await staffPage("mail.read");
  const { name } = await params;
  if (!isTemplate(name)) notFound();
  const t = translator(locale, "letters");
  const query = await oneOf(searchParams);
  const language = isLocale(query.language) ? query.language : locale;
  const view = VIEWS.find((one) => one === query.view) ?? "both";
  const { subject, text } = sampleMail(name, language);
  const { to, kind, events, clauses, duty } = inWords(factsOf(name), locale);
  const href = (asked: { language?: string; view?: string }) =>
    listHref(`${PATH}/${name}`, { language, ...(view === "both" ? {} : { view }), ...asked });
  const layout = translator(locale, "layout");
  return (
    <>
      <PageHead
        title={<span lang={language}>{subject}</span>}
        lead={t("preview.sample")}
        above={
          <Breadcrumbs
            label={t("title")}
            steps={[
              { href: "/staff/mail", title: staff("mail.title") },
              { href: PATH, title: t("title") },
            ]}
          />
        }
      />
      <KeyValue
        pairs={[
          { key: t("to"), value: to },
          { key: t("kind"), value: kind },
          { key: t("event"), value: events.join(", ") },
          { key: t("clause"), value: clauses.join(", ") || t("none") },
          { key: t("duty"), value: duty },
          { key: t("preview.name"), value: <code>{name}</code> },
        ]}
      />
      <Filters
        label={t("preview.language")}
        options={locales.map((one) => ({
          href: href({ language: one }),
          title: layout(`languages.${one}`),
          current: one === language,
        }))}
      />
      <Filters
        label={t("preview.view")}
        options={VIEWS.map((one) => ({
          href: href({ view: one === "both" ? undefined : one }),
          title: t(`preview.${one}`),
          current: one === view,
        }))}
      />
      <div className={view === "both" ? "grid gap-8 xl:grid-cols-2" : undefined}>
        {view !== "text" && (
          <Section title={t("preview.htmlPart")}>
            <iframe
              className="h-160 w-full rounded border border-edge"
              sandbox=""
              title={t("preview.frame", { subject })}
              src={`/api/mail/templates/${name}?language=${language}`}
            />
          </Section>
        )}
        {view !== "html" && (
          <Section title={t("preview.textPart")}>
            <pre className="max-w-measure whitespace-pre-wrap break-words text-sm" lang={language}>
              {text}
            </pre>
          </Section>
        )}
      </div>
    </>
  );
}
