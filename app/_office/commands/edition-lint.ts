import { lintFacts, type OwnFacts } from "#/app/_editions/lint-facts.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database } from "#/db/client.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { findingWords } from "#/lib/editions/lint/finding-words.ts";
import { kindOf } from "#/lib/editions/lint/kind-of.ts";
import { lintEdition } from "#/lib/editions/lint/lint-edition.ts";
import { type Finding, LINT_RULES, type LintReport } from "#/lib/editions/lint/rules.ts";
import { translator } from "#/lib/messages/messages.ts";
import { type Answer, type Command, onlyText, WrongCall } from "../command.ts";
import { editionFile, isFile, type Source } from "../edition-source.ts";
import { refusalText } from "../refusal.ts";

/** What must be mended in a text before it is published, and what needs a reason. Exit code 1 where something must. */
export const editionLint: Command = {
  async run(call) {
    const file = onlyText(call, "файл редакции");
    if (!(await isFile(file))) throw new WrongCall(`нет такого файла: ${file}`);
    const read = await editionFile(file);
    if (!read.ok) {
      const { code, params } = read.error;
      return { ok: false, json: { ok: false, reason: code, params: params ?? {} }, text: refusalText(code, params) };
    }
    try {
      const db = database();
      const facts = await lintFacts(db, ownFacts(read.value), dayInMinsk(await currentTime(db)));
      return told(lintEdition(read.value.text, facts));
    } finally {
      await closeDatabase();
    }
  },
};

const ownFacts = ({ text, head }: Source): OwnFacts => ({
  kind: head?.kind ?? kindOf(text),
  orderDate: head?.orderDate ?? null,
  publishedOn: head?.publishedOn ?? null,
  inForceFrom: head?.inForceFrom ?? null,
  successor: head ? head.number > 1 : null,
  bindings: head?.bindings ?? null,
  seller: head?.seller ?? null,
  sourceUrl: head?.sourceUrl ?? null,
});

function told({ errors, warnings }: LintReport): Answer {
  const t = translator("ru", "lint");
  const line = (finding: Finding) => {
    const { what, why, fix } = findingWords(finding, "ru");
    const { clause } = finding;
    const place = clause === "preamble" ? t("preamble") : clause && t("clause", { clause });
    const where = place ? `${place}, ` : "";
    return `${where}${t(`severity.${LINT_RULES[finding.rule]}`)} ${finding.rule}\n  ${what} ${why}\n  ${fix}`;
  };
  const lines = [...errors, ...warnings].map(line);
  const summary = t("summary", { errors: errors.length, warnings: warnings.length });
  return {
    ok: errors.length === 0,
    json: { errors, warnings },
    text: lines.length === 0 ? t("none") : [...lines, summary].join("\n\n"),
  };
}
