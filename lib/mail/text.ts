import type { Letter } from "./render.ts";

/** The letter for people and programs that read no HTML; every word of the other one, in the same order. */
export function textLetter({ subject, paragraphs, facts, action, url, foot }: Letter): string {
  return [
    subject,
    ...paragraphs,
    facts
      .map(([name, value, to]) => `${name}: ${value.replace(/\s*[\r\n]+\s*/g, " ")}${to ? `\n${to}` : ""}`)
      .join("\n"),
    `${action.label}:\n${url}`,
    `-- \n${foot.join("\n")}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}
