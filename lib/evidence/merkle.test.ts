import fc from "fast-check";
import { expect, test } from "vitest";

import { leafOf, MerkleRoot, pathOf, rootBy, rootOf } from "./merkle.ts";

const leaves = (length: number) => Array.from({ length }, (_, id) => leafOf(id, "x"));

test("every leaf of every tree finds its way to the root, and no other leaf does", () => {
  for (let size = 1; size <= 33; size++) {
    const all = leaves(size);
    for (let at = 0; at < size; at++) {
      expect(rootBy(all[at]!, pathOf(all, at))).toBe(rootOf(all));
      expect(rootBy(leafOf(99, "x"), pathOf(all, at))).not.toBe(rootOf(all));
    }
  }
});

test("asking for the root does not change the tree", () => {
  const tree = new MerkleRoot();
  expect(tree.root()).toBe("");
  for (const leaf of leaves(7)) {
    tree.add(leaf);
    expect(tree.root()).toBe(tree.root());
  }
  expect(tree.root()).toBe(rootOf(leaves(7)));
});

test("removing, repeating and swapping leaves changes the root", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (size, seed) => {
      const all = leaves(size);
      const at = seed % (size - 1);
      const swapped = all.with(at, all[at + 1]!).with(at + 1, all[at]!);
      for (const other of [all.toSpliced(at, 1), all.toSpliced(at, 0, all[at]!), swapped, [...all, all.at(-1)!]])
        expect(rootOf(other)).not.toBe(rootOf(all));
    }),
  );
});
