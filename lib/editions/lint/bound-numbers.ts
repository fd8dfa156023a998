import { BINDING_CLAUSES, type EditionBindings } from "../bindings.ts";
import { disagreements, findDurations, type Unit } from "./durations.ts";
import { type LintClause, opening, sentenceAround } from "./lint-text.ts";
import type { Finding, LintFacts } from "./rules.ts";

type Term = {
  key: keyof EditionBindings;
  clauses: readonly string[];
  unit: Unit;
  sentence?: (text: string) => boolean;
};

/** 3.5 has two terms: the sentence that sends the act is about the act, any other about access. */
const sendsAct = (sentence: string) =>
  /(?:акт|act)/iu.test(sentence) && /направ|отправ|адправ|накір|высла|send/iu.test(sentence);

const TERMS: readonly Term[] = [
  { key: "activationWorkingDays", clauses: ["3.5"], unit: "working-days", sentence: (text) => !sendsAct(text) },
  { key: "actWorkingDays", clauses: ["3.5"], unit: "working-days", sentence: sendsAct },
  { key: "answerCalendarDays", clauses: ["3.6", "3.7"], unit: "calendar-days" },
  { key: "deemedWorkingDays", clauses: ["3.8"], unit: "working-days" },
  { key: "editionCalendarDays", clauses: ["6.2"], unit: "calendar-days" },
  { key: "forceMajeureNoticeCalendarDays", clauses: ["5.3"], unit: "calendar-days" },
  { key: "forceMajeureMonths", clauses: ["5.4"], unit: "months" },
  { key: "requisitesWorkingDays", clauses: ["7.1"], unit: "working-days" },
];
const URLS = ["priceListUrl", "rulesUrl"] as const;
const DAYS: readonly Unit[] = ["working-days", "calendar-days", "days"];

/** Numbers that say one thing in figures and another in words, and those that say another than the engine will obey. */
export function boundNumberFindings(clauses: readonly LintClause[], { kind, bindings }: LintFacts): Finding[] {
  const spelled = clauses.flatMap(({ name, prose }) =>
    disagreements(prose).map(
      ({ text, figures, words }): Finding => ({
        rule: "term.words",
        clause: name,
        text,
        params: { figures, words },
      }),
    ),
  );
  if (kind !== "offer" || !bindings) return spelled;
  return [...spelled, ...terms(clauses, bindings), ...addresses(clauses, bindings)];
}

function terms(clauses: readonly LintClause[], bindings: EditionBindings): Finding[] {
  return TERMS.flatMap(({ key, clauses: where, unit, sentence }) =>
    where.flatMap((number): Finding[] => {
      const clause = clauses.find((one) => one.number === number);
      const [value, params] = [bindings[key], { key, expected: String(bindings[key]), unit }];
      if (!clause) return [{ rule: "binding.absent", clause: number, text: `п. ${number}`, params }];
      const said = findDurations(clause.prose)
        .filter((one) => (DAYS.includes(unit) ? DAYS.includes(one.unit) : one.unit === unit))
        .filter(({ start }) => sentence?.(sentenceAround(clause.prose, start)) ?? true);
      if (said.length === 0) return [{ rule: "binding.absent", clause: number, text: opening(clause.text), params }];
      const wrong = said.filter((one) => one.value !== value || one.unit !== unit);
      return wrong.map(({ text }) => ({ rule: "binding.differs", clause: number, text, params }));
    }),
  );
}

function addresses(clauses: readonly LintClause[], bindings: EditionBindings): Finding[] {
  return URLS.flatMap((key): Finding[] => {
    const number = BINDING_CLAUSES[key];
    const clause = clauses.find((one) => one.number === number);
    const params = { key, expected: bindings[key], unit: "address" };
    const said = clause ? addressesIn(clause.text) : [];
    if (said.length === 0)
      return [{ rule: "binding.absent", clause: number, text: clause ? opening(clause.text) : `п. ${number}`, params }];
    const wrong = said.filter((address) => plain(address) !== plain(bindings[key]));
    return wrong.map((text) => ({ rule: "binding.differs", clause: number, text, params }));
  });
}

export const addressesIn = (text: string): string[] => text.match(/https?:\/\/[^\s<>«»]*[^\s<>«».,;:)\]]/gu) ?? [];

/** Addresses are compared without what never matters: the last slash and the case of the host. */
export const plain = (address: string): string => {
  const url = URL.parse(address);
  return url ? `${url.host}${url.pathname.replace(/\/$/, "")}${url.search}` : address;
};
