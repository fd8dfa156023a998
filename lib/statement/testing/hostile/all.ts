import { foreignFiles } from "./foreign.ts";
import type { Hostile } from "./judge.ts";
import { lyingFiles } from "./lies.ts";
import { hostileWorkbooks } from "./workbooks.ts";

/** Two hundred files that lie, each with the only right answer. */
export const hostileFiles = async (): Promise<Hostile[]> => [
  ...foreignFiles(),
  ...lyingFiles(),
  ...(await hostileWorkbooks()),
];
