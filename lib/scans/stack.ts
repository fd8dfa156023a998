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
