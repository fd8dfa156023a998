import fs from "node:fs";
import path from "node:path";

import { ROOT } from "./files.ts";

/** Reads `.env` of the working copy, if there is one; what the environment already says wins. */
export function loadSettings() {
  const file = path.join(ROOT, ".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
}
