import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract, ContractNote } from "./contract.ts";
import type { OnBehalf } from "./on-behalf.ts";
import type { TimelineEntry } from "./timeline.ts";

const text = ({ data }: ContractNote, key: string): string => (typeof data[key] === "string" ? data[key] : "");
const wordOf = ({ data }: ContractNote) => data.onBehalf as OnBehalf | undefined;

/** 3.5: each correction of an activation, with the period before and after. */
export const corrections = ({ notes }: Contract): TimelineEntry[] =>
  notes
    .filter(({ step }) => step === "correct-activation")
    .map((note) => {
      const was = note.data.was as { from: Day; to: Day };
      const period = { wasFrom: was.from, wasTo: was.to, from: text(note, "from"), to: text(note, "to") };
      return entryOf(note, "activation-corrected", "done", { portal: text(note, "portal"), ...period });
    });

/** How a move of money that goes back stands on the line; null: it is as if it had never been asked for. */
const REFUND_LINE: Record<string, { code: string; state: TimelineEntry["state"] } | null> = {
  "return-payment": { code: "to-return", state: "running" },
  "ask-refund": { code: "to-return", state: "running" },
  "grant-refund": { code: "refund-granted", state: "running" },
  "close-refund": { code: "refund-paid", state: "done" },
  "refuse-refund": { code: "refund-refused", state: "done" },
  "withdraw-refund": null,
  "keep-payment": null,
};

/** 3.4, 4.4.2: money of this order that goes back, each payment by the last that was done with it. */
export function returns({ notes }: Contract): TimelineEntry[] {
  const last = new Map<string, ContractNote>();
  for (const note of notes) if (note.step in REFUND_LINE) last.set(text(note, "paymentId"), note);
  return [...last.values()].flatMap((note) => {
    const line = REFUND_LINE[note.step];
    if (!line) return [];
    // Each refund has a chain of its own, so a number in it names no entry of the line.
    const key = `${line.code}:${text(note, "paymentId")}`;
    return [{ ...entryOf(note, line.code, line.state, { sum: text(note, "amount") }), key }];
  });
}

/** Each entry with the customer's word on which staff did it: the customer sees it, and can object. */
export function withWords(entries: readonly TimelineEntry[], contract: Contract): TimelineEntry[] {
  const words = new Map<string, ContractNote>();
  for (const note of contract.notes) if (wordOf(note)) words.set(keyOf(note, contract), note);
  return entries.map((entry) => {
    const note = words.get(entry.key);
    const word = note && wordOf(note);
    if (!note || !word) return entry;
    const papers = word.fileId ? [...entry.papers, { kind: "behalf" as const, id: word.fileId }] : entry.papers;
    return { ...entry, papers, word: { how: word.how, reason: word.reason, by: note.by } };
  });
}

/** The entry of the timeline that an entry of the log stands behind. */
function keyOf(note: ContractNote, { acts }: Contract): string {
  const act = acts.find(({ number }) => number === note.data.number)?.id ?? "";
  const keys: Record<string, string> = {
    "place-order": "order",
    "cancel-order": "cancelled",
    "reissue-invoice": `invoice:${text(note, "invoiceId")}`,
    "confirm-act-received": `act-received:${act}`,
    "sign-act": `act-signed:${act}`,
    "attach-late-signature": `act-signed-late:${act}`,
    "refuse-act": `act-refused:${act}`,
    "request-assignment": "assignment-refused",
    "refuse-edition": `edition:${String(note.data.edition)}`,
    "force-majeure-declared": `force-majeure:${note.caseId}`,
  };
  return keys[note.step] ?? "terminated";
}

const entryOf = (
  note: ContractNote,
  code: string,
  state: TimelineEntry["state"],
  params: TimelineEntry["params"],
): TimelineEntry => ({
  ...{ key: `${code}:${note.seq}`, code, state, clause: note.step === "correct-activation" ? "3.5" : "3.4" },
  ...{ on: dayInMinsk(note.at), clocks: [], papers: [], params: { ...params, reason: note.reason ?? "" } },
});
