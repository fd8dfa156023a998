import { type Fact, factsOf, SUBJECTS, type Subject, type TermsDocument } from "./documents.ts";

/** `gone`: the later edition's facts are silent about it, which is not to say that its text is. */
export type FactChange = {
  subject: Subject;
  change: "same" | "changed" | "added" | "gone";
  before: readonly Fact[];
  after: readonly Fact[];
};

/** What two editions say, subject by subject; subjects of which both are silent are left out. Clause numbers alone are no change. */
export function compareTerms(before: TermsDocument, after: TermsDocument): FactChange[] {
  return SUBJECTS.flatMap((subject) => {
    const [old, fresh] = [factsOf(before, subject), factsOf(after, subject)];
    if (old.length === 0 && fresh.length === 0) return [];
    const change =
      old.length === 0 ? "added" : fresh.length === 0 ? "gone" : said(old) === said(fresh) ? "same" : "changed";
    return [{ subject, change, before: old, after: fresh } as const];
  });
}

const said = (facts: readonly Fact[]): string =>
  JSON.stringify(facts.map(({ says, days, working, certain }) => [says, days, working, certain]));
