/** A day's post of a large seller; more is cut into stacks by whoever scans. */
export const MOST_PAGES = 300;

export const STACK_STATES = ["reading", "ready", "filing", "filed", "cancelled", "broken"] as const;
export type StackState = (typeof STACK_STATES)[number];

/** Why a page waits for a person; `refused` carries the code of the step that did not take it. */
export const PAGE_TROUBLES = ["unreadable", "foreign", "twice", "incomplete", "refused"] as const;
export type PageTrouble = (typeof PAGE_TROUBLES)[number];

/** A page whose code was read: of which act it is, which page of how many. `position` is its place in the stack. */
export type ReadPage = { position: number; actId: string; page: number; of: number };

/** What a whole stack says of its readable pages: a page that is there twice, an act of which a page is missing. */
export function judgeStack(pages: readonly ReadPage[]): Map<number, PageTrouble> {
  const troubles = new Map<number, PageTrouble>();
  for (const act of Map.groupBy(pages, ({ actId }) => actId).values()) {
    const first = new Map<number, ReadPage>();
    for (const page of act) {
      if (first.has(page.page)) troubles.set(page.position, "twice");
      else first.set(page.page, page);
    }
    const sizes = new Set(act.map(({ of }) => of));
    const whole = sizes.size === 1 && first.size === act[0]!.of;
    if (!whole) for (const { position } of first.values()) troubles.set(position, "incomplete");
  }
  return troubles;
}

/** "3, 5-7" as a person types it → positions in order, each once; null where it is no such list. */
export function readPositions(text: string, most: number): number[] | null {
  const parts = text
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const found = new Set<number>();
  for (const part of parts) {
    const [, from, to] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to ?? from)];
    if (!from || first < 1 || last < first || last > most) return null;
    for (let position = first; position <= last; position++) found.add(position);
  }
  return found.size > 0 ? [...found].sort((a, b) => a - b) : null;
}

export type StackAct = {
  key: string;
  number: string;
  party: string;
  contractId: string;
  positions: number[];
  filed: boolean;
};
type PageOfAct = {
  position: number;
  trouble: PageTrouble | null;
  filedFileId: string | null;
  settledAt: Date | null;
  act: { number: string; party: string | null; contractId: string } | null;
};

/** The acts of a stack: those to be filed as a whole, and every signed copy that was made, by hand, too. */
export function actsOfStack(pages: readonly PageOfAct[]): StackAct[] {
  const theirs = pages.flatMap((page) =>
    page.act && (page.filedFileId || !(page.trouble || page.settledAt)) ? [{ ...page, act: page.act }] : [],
  );
  const copies = Map.groupBy(theirs, ({ act, filedFileId }) => filedFileId ?? act.number);
  return [...copies].map(([key, copy]) => {
    const { number, party, contractId } = copy[0]!.act;
    const positions = copy.map(({ position }) => position);
    return { key, number, party: party ?? "", contractId, positions, filed: copy[0]!.filedFileId !== null };
  });
}
