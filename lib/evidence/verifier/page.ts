import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const HERE = "lib/evidence/verifier";
let made: string | null = null;

/** verify.html: page, style and verifier as one file that asks nothing of the network. Read once, from the project's folder. */
export function verifyHtml(): string {
  made ??= read("page.html")
    .replace("/* verifier.mjs */", () => read("verifier.mjs").replaceAll(/^export /gm, ""))
    .replace("/* page.mjs */", () => read("page.mjs"));
  return made;
}

function read(name: string): string {
  const roots = [process.cwd(), path.resolve(/* turbopackIgnore: true */ import.meta.dirname ?? ".", "../../..")];
  const root = roots.find((dir) => existsSync(path.join(/* turbopackIgnore: true */ dir, HERE, name)));
  if (!root) throw new Error(`the verifier is not here: start from the project's root (${HERE}/${name})`);
  return readFileSync(path.join(/* turbopackIgnore: true */ root, HERE, name), "utf8");
}
