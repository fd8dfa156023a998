import "server-only";

import { hostileFiles } from "#/lib/statement/testing/hostile/all.ts";
import { verdictOf } from "#/lib/statement/testing/hostile/judge.ts";
import { defineProof } from "./proof.ts";

/** What one hostile file may take of the processor: a person waits for its refusal. */
const PATIENCE_MS = 2000;

export const proof = defineProof({
  what: "hostile statement files, each with the only right verdict, in time, again and again",
  sizes: { rounds: { full: 10, smoke: 1 } },
  async run(house, size) {
    const files = await hostileFiles();
    if (files.length < 200) house.violated(`only ${files.length} hostile files were made`);
    const figures = { files: files.length, verdicts: 0, right: 0, refused: 0, "slowest, ms": 0 };
    for (let round = 0; round < size.rounds; round++)
      for (const { name, bytes, verdict } of house.random.shuffle(files)) {
        const began = process.cpuUsage();
        const found = await verdictOf(bytes).catch((error: unknown) => `an exception: ${String(error)}`);
        const { user, system } = process.cpuUsage(began);
        const took = Math.round((user + system) / 1000);
        figures.verdicts++;
        if (found === verdict) figures.right++;
        else house.violated(`${name}: ${found}, not ${verdict}`);
        if (found !== "taken") figures.refused++;
        if (took > PATIENCE_MS) house.violated(`${name}: ${took} ms`);
        figures["slowest, ms"] = Math.max(figures["slowest, ms"], took);
      }
    return figures;
  },
});
