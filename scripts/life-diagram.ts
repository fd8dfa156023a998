/** Writes docs/life-cycle.md from the table of life: `node scripts/life-diagram.ts`. */
import { writeFileSync } from "node:fs";
import path from "node:path";

import { lifeCycleMarkdown } from "#/lib/contract/life-diagram.ts";

writeFileSync(path.resolve(import.meta.dirname, "../docs/life-cycle.md"), lifeCycleMarkdown());
