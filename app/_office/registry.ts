import type { Command } from "./command.ts";

type Entry = { usage: string; about: string; load: () => Promise<Command> };

/**
 * Every command of the operator: a line here and a file in commands/. A name may have two words ("statement parse").
 * Loaded only when called, so that `unp` opens no database.
 */
export const registry: Record<string, Entry> = {
  unp: {
    usage: "unp <номер>",
    about: "проверить УНП",
    load: async () => (await import("./commands/unp.ts")).unp,
  },
  iban: {
    usage: "iban <номер>",
    about: "проверить номер счёта и найти банк",
    load: async () => (await import("./commands/iban.ts")).iban,
  },
  portal: {
    usage: "portal <адрес>",
    about: "проверить адрес портала Битрикс24",
    load: async () => (await import("./commands/portal.ts")).portal,
  },
  "working-days": {
    usage: "working-days <дата> <число>",
    about: "отсчитать рабочие дни со дня после даты",
    load: async () => (await import("./commands/working-days.ts")).workingDays,
  },
  words: {
    usage: "words <копейки> [--lang ru|be|en]",
    about: "написать сумму прописью",
    load: async () => (await import("./commands/words.ts")).words,
  },
  purpose: {
    usage: 'purpose "<текст>"',
    about: "найти номер и дату счёта в назначении платежа",
    load: async () => (await import("./commands/purpose.ts")).purpose,
  },
  "statement parse": {
    usage: "statement parse <файл> [--profile <название профиля таблиц>]",
    about: "прочитать и проверить банковскую выписку",
    load: async () => (await import("./commands/statement-parse.ts")).statementParse,
  },
  "statement import": {
    usage: "statement import <файл>",
    about: "загрузить выписку и сопоставить платежи со счетами",
    load: async () => (await import("./commands/statement-import.ts")).statementImport,
  },
  "user add": {
    usage: "user add --email <адрес> --name <имя> (--role <роль> | --customer) [--password <пароль>]",
    about: "добавить сотрудника или клиента",
    load: async () => (await import("./commands/user-add.ts")).userAdd,
  },
  "contract show": {
    usage: "contract show <договор или номер счёта> [--on <дата>]",
    about: "где договор, что с ним можно сделать, чего нельзя и почему, все сроки; с --on — как было в конце дня",
    load: async () => (await import("./commands/contract-show.ts")).contractShow,
  },
  "contract pack": {
    usage: "contract pack <договор> --out <файл.zip>",
    about: "собрать пакет доказательств по договору",
    load: async () => (await import("./commands/contract-pack.ts")).contractPack,
  },
  "evidence seal": {
    usage: "evidence seal",
    about: "свести журнал в контрольную сумму сейчас",
    load: async () => (await import("./commands/evidence-seal.ts")).evidenceSeal,
  },
  "evidence verify": {
    usage: "evidence verify <файл.zip> | --all [--head <сумма>]",
    about: "проверить пакет доказательств или весь журнал",
    load: async () => (await import("./commands/evidence-verify.ts")).evidenceVerify,
  },
  "calendar list": {
    usage: "calendar list [--year 2026]",
    about: "праздники, переносы и подтверждённые годы",
    load: async () => (await import("./commands/calendar.ts")).calendarList,
  },
  "calendar set": {
    usage:
      "calendar set (--off <дата> --worked <дата> [--source seller] | --confirm <год>) --resolution <документ> | --withdraw <id> [--reason <причина>] [--dry-run]",
    about: "ввести перенос, подтвердить год или отозвать перенос: открытые сроки пересчитаются",
    load: async () => (await import("./commands/calendar.ts")).calendarSet,
  },
  "calendar import": {
    usage: "calendar import <файл.json>",
    about:
      "ввести переносы и годы из файла: { transfers: [{ off, worked, resolution }], years: [{ year, resolution }] }",
    load: async () => (await import("./commands/calendar.ts")).calendarImport,
  },
  "clock explain": {
    usage: "clock explain <договор или номер счёта>",
    about: "сроки договора: как посчитан каждый",
    load: async () => (await import("./commands/clock-explain.ts")).clockExplain,
  },
  dates: {
    usage: "dates <дата платежа> [--months 12] [--activated <дата>] [--act-sent <дата>]",
    about: "все даты договора от дня платежа, с объяснением каждой",
    load: async () => (await import("./commands/dates.ts")).dates,
  },
  "mail bounce": {
    usage: "mail bounce <файл.eml>",
    about: "учесть отчёт о недоставке: письмо помечается как вернувшееся",
    load: async () => (await import("./commands/mail-bounce.ts")).mailBounce,
  },
  "portal-terms": {
    usage: "portal-terms <адрес> --country <код> [--on <дата>]",
    about: "чьи условия действуют на портале и можно ли активировать там подписку",
    load: async () => (await import("./commands/portal-terms.ts")).portalTerms,
  },
  "edition import": {
    usage:
      "edition import <файл> --document <адрес> [--language ru|be|en|kk] [--kind <вид>] [--published <дата>] [--in-force <дата>] [--source-url <адрес>] [--order-number <номер>] [--order-date <дата>] [--released-by <кто утвердил>] [--accept-findings <причина>] [--dry-run]",
    about: "прочитать документ из текста, Markdown, HTML или DOCX: с датами это редакция, без дат черновик",
    load: async () => (await import("./commands/edition-import.ts")).editionImport,
  },
  "edition diff": {
    usage: "edition diff <файл или редакция> <файл или редакция>",
    about: "что изменилось по пунктам; редакция: offer/1, price-list/2, её id или sha256",
    load: async () => (await import("./commands/edition-diff.ts")).editionDiff,
  },
  "edition lint": {
    usage: "edition lint <файл>",
    about: "проверить текст редакции перед публикацией",
    load: async () => (await import("./commands/edition-lint.ts")).editionLint,
  },
  "edition in-force": {
    usage: "edition in-force <документ> --on <дата>",
    about: "какая редакция документа действует в этот день; документ: offer, price-list, usage-rules, …",
    load: async () => (await import("./commands/edition-in-force.ts")).editionInForceOn,
  },
  "privacy list": {
    usage: "privacy list",
    about: "запросы на стирание, которые ждут ответа",
    load: async () => (await import("./commands/privacy.ts")).privacyList,
  },
  "privacy export": {
    usage: "privacy export <почта> --out <файл.json>",
    about: "всё, что хранится о человеке, для ответа на запрос на бумаге",
    load: async () => (await import("./commands/privacy.ts")).privacyExport,
  },
  clock: {
    usage: "clock now | set <время> | run",
    about: "время демонстрации: показать, перевести, сделать всё, чему пришёл срок",
    load: async () => (await import("./commands/clock.ts")).clock,
  },
};

/** The longest name that the arguments begin with, and what follows it. */
export function findCommand(args: string[]): { entry: Entry; rest: string[] } | null {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(" ");
    const entry = args.length >= length && Object.hasOwn(registry, name) ? registry[name] : undefined;
    if (entry) return { entry, rest: args.slice(length) };
  }
  return null;
}

export function help(): string {
  const width = Math.max(...Object.values(registry).map(({ usage }) => usage.length));
  const lines = Object.values(registry).map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`);
  const codes = "--json — ответ для программ. Код выхода: 0 — да, 1 — отказ с причиной, 2 — неверный вызов.";
  return ["./run office <команда> [--json]", "", ...lines, "", codes].join("\n");
}
