import { err, ok, type Result } from "#/lib/result.ts";

export type FrontMatterValue = string | FrontMatterMap | FrontMatterMap[];
export type FrontMatterMap = { [key: string]: FrontMatterValue };
export type FrontMatterRefusal = { code: "edition.front_matter"; line: number };

/**
 * The head of an edition file: a small, strict part of YAML, so that a lawyer can read it and nothing is guessed.
 * `key: text`, nested maps by two spaces, lists of `- { a: 1, b: 2 }`. Every scalar stays a string; the schema types it.
 */
export function splitFrontMatter(source: string): Result<{ head: FrontMatterMap; body: string }, FrontMatterRefusal> {
  const lines = source.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end === -1) return err({ code: "edition.front_matter", line: 1 });
  const root: FrontMatterMap = {};
  const open: FrontMatterMap[] = [root];
  let listed: { parent: FrontMatterMap; key: string } | null = null;
  for (let at = 1; at < end; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") continue;
    const refusal = err({ code: "edition.front_matter", line: at + 1 } as const);
    const item = /^ {2}- \{ (.+) \}$/.exec(line);
    if (item) {
      const map = inlineMap(item[1] ?? "");
      if (!map || !listed) return refusal;
      const rows = listed.parent[listed.key];
      listed.parent[listed.key] = Array.isArray(rows) ? [...rows, map] : [map];
      continue;
    }
    const pair = /^((?: {2})*)([A-Za-z][A-Za-z0-9]*):(?: (.+))?$/.exec(line);
    const depth = (pair?.[1] ?? "").length / 2;
    const parent = open[depth];
    if (!pair || !parent) return refusal;
    const key = pair[2] ?? "";
    if (Object.hasOwn(parent, key)) return refusal;
    open.length = depth + 1;
    const text = pair[3]?.trim();
    listed = text === undefined ? { parent, key } : null;
    parent[key] = text ?? {};
    if (text === undefined) open.push(parent[key] as FrontMatterMap);
  }
  return ok({ head: root, body: lines.slice(end + 1).join("\n") });
}

function inlineMap(source: string): FrontMatterMap | null {
  const map: FrontMatterMap = {};
  for (const part of source.split(", ")) {
    const pair = /^([A-Za-z][A-Za-z0-9]*): (\S+)$/.exec(part);
    if (!pair) return null;
    map[pair[1] ?? ""] = pair[2] ?? "";
  }
  return map;
}
