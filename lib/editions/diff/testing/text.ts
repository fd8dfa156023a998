import type { EditionText } from "../../edition.ts";
import { parseClauses } from "../../parse-clauses.ts";

/** The body of an edition file as a text; throws where it is none. */
export function asEditionText(body: string, title = "Договор"): EditionText {
  const parsed = parseClauses(body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { title, clauses: parsed.value };
}
