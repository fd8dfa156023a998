import fs from "node:fs";
import path from "node:path";

/** The working copy. Commands work from any directory, so every path starts here. */
export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Everything that a run leaves behind; never in git, safe to delete as a whole. */
export const DATA = path.join(ROOT, ".data");

/** The file's JSON, or null when it is absent or torn: state files are hints, never truth. */
export function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that nobody reads half a file; 0600, because most of these hold a password. */
export function writePrivateJson(file: string, value: unknown) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  fs.writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(fresh, file);
}
