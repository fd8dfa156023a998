import { DateText, MomentText } from "#/components/ui/date-text.tsx";
import { Deadline } from "#/components/ui/deadline.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Mark, type Tone } from "#/components/ui/tone.tsx";
import type { LivingNote, NoteState } from "#/lib/contract/living.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DRAWN } from "./contract-documents.tsx";
import { type EvidenceRow, entryId, whoOf } from "./evidence-list.tsx";
import { aboutNote, spentWords, titleOfNote } from "./living-words.ts";
import { paperHref } from "./paper-href.ts";
import { clauseRef, ruleOf } from "./words.ts";

export type LivingRow = EvidenceRow & { data: Record<string, unknown> };
export type Note = LivingNote<LivingRow>;
type Props = {
  locale: Locale;
  note: Note;
  /** The page with the contract's log. */
  contractHref: string;
  offerHref: string;
};

const TONE: Record<NoteState, Tone> = { done: "done", running: "running", late: "late", "to-come": "neutral" };
const WORD = { done: "done", running: "running", late: "late", "to-come": "toCome" } as const;

/** One line of the margin: what, on which day of which term, by which entry of the log, with its papers. */
export function LivingNoteView({ locale, note, contractHref, offerHref }: Props) {
  // A paper below says its number itself.
  const about = note.papers.some(({ number }) => number) ? null : aboutNote(note, locale);
  return (
    <li data-state={note.state}>
      <p className="what">
        <span className={`tone-${TONE[note.state]}`}>
          <Mark tone={TONE[note.state]} />
        </span>
        <span>
          <span className="sr-only">{translator(locale, "common")(`timeline.${WORD[note.state]}`)}: </span>
          {titleOfNote(note, locale)}
          {about && <span className="text-muted"> {about}</span>}
        </span>
      </p>
      <When {...{ locale, note, offerHref }} />
      {note.papers.map((paper) => (
        <p key={paper.id}>
          <FileLink
            locale={locale}
            href={paperHref(paper)}
            title={translator(locale, "contract")(`paper.${paper.kind}`, { number: paper.number ?? about ?? "" })}
            kind={DRAWN.includes(paper.kind) ? "PDF" : undefined}
          />
        </p>
      ))}
      <Proof {...{ locale, note, contractHref }} />
    </li>
  );
}

/** A `div`, since the sheet of the arithmetic may not stand in a paragraph. The day with how it was counted: of what is done, its place in the term; of what runs, the last day and today's place. */
function When({ locale, note, offerHref }: Pick<Props, "locale" | "note" | "offerHref">) {
  const { clock, state, on } = note;
  const spent = spentWords(note, locale);
  const explained = clock && {
    counted: clock.explanation.counted,
    rule: ruleOf(clock, locale),
    clause: clauseRef(clock.clause, offerHref),
  };
  if (state !== "done")
    return (
      explained && (
        <div>
          <Deadline locale={locale} {...explained} />
          {spent && <span className="text-muted">, {spent}</span>}
        </div>
      )
    );
  return (
    on && (
      <div>
        <DateText day={on} />
        {spent && `, ${spent}`}
        {explained && <Explanation locale={locale} {...explained} />}
      </div>
    )
  );
}

/** 6.7: the entry of the log, where it stands, when and by whom it was made, and the beginning of its hash. */
function Proof({ locale, note, contractHref }: Pick<Props, "locale" | "note" | "contractHref">) {
  const { proof, state } = note;
  if (!proof) return null;
  const t = translator(locale, "living");
  return (
    <p className="proof">
      <a className="link" href={`${contractHref}#${entryId(proof.seq)}`}>
        {t(state === "done" ? "proof.done" : "proof.started", { seq: proof.seq })}
      </a>
      {state === "done" && (
        <>
          , <MomentText at={proof.at} />, {whoOf(proof, locale)}
        </>
      )}
      , <code title={proof.hash}>{proof.hash.slice(0, 12)}</code>
    </p>
  );
}
