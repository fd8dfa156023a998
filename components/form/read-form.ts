/** A leaf as a form has it: text, or the file itself. */
type Leaf = FormDataEntryValue;
export type Typed = Leaf | Typed[] | { [name: string]: Typed };

const INDEX = /^\d{1,3}$/;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Form entries as a nested value: `requisites.unp` → { requisites: { unp } }, `lines.0.portal` → { lines: [{ portal }] },
 * `days[]` → an array however many are ticked. An unticked box and an empty file input are absent.
 */
export function readEntries(entries: Iterable<[string, Leaf]>): Record<string, Typed> {
  const root: Record<string, Typed> = {};
  for (const [name, value] of entries) {
    if (typeof value !== "string" && value.size === 0 && value.name === "") continue;
    const many = name.endsWith("[]");
    const path = (many ? name.slice(0, -2) : name).split(".");
    if (path.some((part) => FORBIDDEN.has(part) || part === "")) continue;
    put(root, path, value, many);
  }
  return compact(root) as Record<string, Typed>;
}

export const readForm = (form: HTMLFormElement) => readEntries(new FormData(form));

function put(root: Record<string, Typed>, path: string[], value: Leaf, many: boolean) {
  let at = root;
  for (const [depth, part] of path.slice(0, -1).entries()) {
    at[part] ??= INDEX.test(path[depth + 1] as string) ? [] : {};
    at = at[part] as Record<string, Typed>;
  }
  const last = path.at(-1) as string;
  if (many) at[last] = [...((at[last] as Typed[]) ?? []), value];
  else at[last] = value;
}

/** Rows taken out of the middle of a list leave holes; the list closes over them. */
function compact(value: Typed): Typed {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compact);
  if (typeof value === "string" || value instanceof File) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, Typed>).map(([name, item]) => [name, compact(item)]),
  );
}
