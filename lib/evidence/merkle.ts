import { sha256 } from "./chain.ts";

/** One step from a leaf to the root: the neighbour's hash and on which side it stands. */
export type PathStep = { side: "left" | "right"; hash: string };

/** Leaves and nodes begin differently, so that a node can never pass for an entry (as in RFC 6962). */
export const leafOf = (id: number, entryHash: string): string => sha256(`0:${id}:${entryHash}`);
const nodeOf = (left: string, right: string): string => sha256(`1:${left}:${right}`);

/** The tree's root while leaves arrive one by one; keeps one hash a level, however many come. */
export class MerkleRoot {
  #levels: { height: number; hash: string }[] = [];

  add(leaf: string): void {
    let top = { height: 0, hash: leaf };
    for (let last = this.#levels.at(-1); last?.height === top.height; last = this.#levels.at(-1)) {
      this.#levels.pop();
      top = { height: top.height + 1, hash: nodeOf(last.hash, top.hash) };
    }
    this.#levels.push(top);
  }

  /** Hex; of no leaves at all an empty text. */
  root(): string {
    const [last, ...above] = this.#levels.map(({ hash }) => hash).reverse();
    return above.reduce((right, left) => nodeOf(left, right), last ?? "");
  }
}

/** The way from leaf number `index` to the root of all `leaves`. */
export function pathOf(leaves: readonly string[], index: number): PathStep[] {
  if (leaves.length < 2) return [];
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...pathOf(left, index), { side: "right", hash: rootOf(right) }]
    : [...pathOf(right, index - half), { side: "left", hash: rootOf(left) }];
}

export function rootOf(leaves: readonly string[]): string {
  const tree = new MerkleRoot();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

export const rootBy = (leaf: string, path: readonly PathStep[]): string =>
  path.reduce((at, { side, hash }) => (side === "left" ? nodeOf(hash, at) : nodeOf(at, hash)), leaf);
