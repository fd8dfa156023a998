import { EmptyState } from "#/components/ui/empty-state.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { walk } from "#/lib/editions/edition.ts";
import type { ImportedDocument } from "#/lib/editions/import/imported.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; document: ImportedDocument };

/** More of these nobody reads; the whole of it is in the file. */
const SHOWN = 100;
const short = (text: string) => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

/** What was read of a file in figures: title, language, clauses, and where every word went. */
export function ImportFigures({ locale, document }: Props) {
  const t = translator(locale, "editions");
  const { text, language, wordsIn, wordsOut, dropped } = document;
  const cut = dropped.reduce((sum, { words }) => sum + words, 0);
  const clauses = [...walk(text.clauses)].filter(({ clause }) => clause.number !== null).length;
  return (
    <KeyValue
      pairs={[
        { key: t("import.found"), value: text.title },
        {
          key: t("import.language"),
          value: language ? translator(locale, "public")(`library.languages.${language}`) : t("import.unknownLanguage"),
        },
        { key: t("import.clauses"), value: <span className="num">{clauses}</span> },
        {
          key: t("import.words"),
          value: <span className="num">{t("import.wordsSum", { in: wordsIn, out: wordsOut, cut })}</span>,
        },
      ]}
    />
  );
}

/** Every cut with its reason and every guess, as they were made. */
export function ImportNotes({ locale, document }: Props) {
  const t = translator(locale, "editions");
  const { dropped, guesses } = document;
  // Two of a kind may stand on one line: their place is their name.
  const placed = <Row,>(rows: readonly Row[]) => rows.slice(0, SHOWN).map((row, at) => ({ ...row, at }));
  const more = (total: number) =>
    total > SHOWN && <p className="mt-3 text-muted text-sm">{t("import.more", { shown: SHOWN, total })}</p>;
  return (
    <>
      <Section title={`${t("import.dropped")}: ${dropped.length}`}>
        <Table
          caption={t("import.dropped")}
          dense
          rows={placed(dropped)}
          rowKey={({ at }) => String(at)}
          empty={<EmptyState title={t("import.noDropped")} />}
          columns={[
            { key: "what", head: t("import.what"), rowHead: true, cell: ({ reason }) => t(`drop.${reason}`) },
            { key: "line", head: t("import.line"), end: true, cell: ({ line }) => line },
            { key: "words", head: t("import.wordCount"), end: true, cell: ({ words }) => words },
            { key: "text", head: t("import.text"), cell: ({ text }) => <Piece>{text}</Piece> },
          ]}
        />
        {more(dropped.length)}
      </Section>
      <Section title={`${t("import.guesses")}: ${guesses.length}`}>
        <Table
          caption={t("import.guesses")}
          dense
          rows={placed(guesses)}
          rowKey={({ at }) => String(at)}
          empty={<EmptyState title={t("import.noGuesses")} />}
          columns={[
            { key: "what", head: t("import.what"), rowHead: true, cell: ({ rule }) => t(`guess.${rule}`) },
            { key: "line", head: t("import.line"), end: true, cell: ({ line }) => line },
            { key: "before", head: t("import.before"), cell: ({ before }) => <Piece>{before}</Piece> },
            { key: "after", head: t("import.after"), cell: ({ after }) => <Piece>{after}</Piece> },
          ]}
        />
        {more(guesses.length)}
      </Section>
    </>
  );
}

const Piece = ({ children }: { children: string }) => (
  <span className="wrap-anywhere whitespace-pre-line">{short(children)}</span>
);
