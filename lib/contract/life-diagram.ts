import {
  ACT_STATUSES,
  type ActStatus,
  clauseOf,
  LIFE,
  placeAfter,
  type Side,
  STAGES,
  STEPS,
  type Stage,
  type Step,
  type Way,
} from "./machine.ts";

export type Move<Place> = { from: Place; step: Step; to: Place };

/** Every step that leads a contract from one stage to another, by the table of life. */
export const stageMoves = (): Move<Stage>[] =>
  STAGES.flatMap((from) =>
    STEPS.flatMap((step) => {
      const to = reached(from, step);
      return to && to !== from ? [{ from, step, to }] : [];
    }),
  );

/** The same for the act of a contract whose access was given. */
export const actMoves = (): Move<ActStatus>[] =>
  ACT_STATUSES.flatMap((from) =>
    STEPS.flatMap((step) => {
      const to = placeAfter({ stage: "active", act: from }, step)?.act;
      return to && to !== from ? [{ from, step, to }] : [];
    }),
  );

/** A step may ask for an act of some status; the stage it leads to is the same with any that it accepts. */
function reached(stage: Stage, step: Step): Stage | null {
  for (const act of ACT_STATUSES) {
    const place = placeAfter({ stage, act }, step);
    if (place) return place.stage;
  }
  return null;
}

type Row = {
  by: readonly Side[];
  stages: readonly Stage[];
  acts?: readonly ActStatus[];
  toStage?: Stage;
  toAct?: ActStatus | Partial<Record<ActStatus, ActStatus>>;
  words?: readonly Way[];
};

const people: Record<Side, string> = {
  customer: "customer",
  staff: "staff",
  behalf: "staff for the customer",
  system: "system",
};

/** `docs/life-cycle.md`: both diagrams and the whole table. Written by `node scripts/life-diagram.ts`; a test compares. */
export function lifeCycleMarkdown(): string {
  const table = STEPS.map((step) => {
    const { by, stages, acts, toStage, toAct, words }: Row = LIFE[step];
    const who = by.map((side) => (side === "behalf" ? `${people[side]} (${words?.join(", ")})` : people[side]));
    const moves =
      typeof toAct === "object" ? Object.entries(toAct).map(([was, is]) => `${was} → ${is}`) : toAct && [toAct];
    const from = acts ? `${stages.join(", ")}; act ${acts.join(", ")}` : stages.join(", ");
    const to = [toStage, moves && `act ${moves.join(", ")}`].filter(Boolean).join("; ") || "unchanged";
    return `| \`${step}\` | ${clauseOf(step)} | ${who.join(", ")} | ${from} | ${to} |`;
  });
  return `# The life of a contract

Generated from \`lib/contract/machine.ts\` by \`node scripts/life-diagram.ts\`; do not edit.
Clauses are those of the public offer. An order becomes a contract at \`concluded\`.
"Staff for the customer" is a person of the house who does what the customer asked for; in brackets, the ways of the customer's word
that are enough. It is recorded as such, with the reason and, from paper, the file.

## Stages

${diagram(stageMoves(), "ordered")}

## The act

It moves while the contract is active, ended, or terminated after access was given.

${diagram(actMoves(), "none")}

## Every step

| Step | Clause | Who | Allowed when | Leads to |
|---|---|---|---|---|
${table.join("\n")}
`;
}

function diagram<Place extends string>(moves: readonly Move<Place>[], start: Place): string {
  const lines = moves.map(({ from, step, to }) => `  ${from} --> ${to}: ${step} (${clauseOf(step)})`);
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${start}`, ...lines, "```"].join("\n");
}
