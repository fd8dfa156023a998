import { SaxesParser } from "saxes";

import { err, ok, type Result } from "#/lib/result.ts";

export type Element = {
  /** Without its prefix. */
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
};

/** Deeper and longer than any document of exchange; a file inside is one long text. */
const MAX_DEPTH = 32;
const MAX_ELEMENTS = 5_000;

/** Reads XML into a tree; whatever declares a document type or an entity of its own is refused unread. */
export function readXml(text: string): Result<Element, "edi.xml_broken" | "edi.xml_unsafe"> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return err("edi.xml_unsafe");
  const parser = new SaxesParser();
  const open: Element[] = [];
  let root: Element | null = null;
  let count = 0;
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++count > MAX_ELEMENTS || open.length >= MAX_DEPTH) broken = true;
    if (broken) return;
    const element: Element = { name: localName(name), attributes: { ...attributes }, children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (value: string) => {
    const element = open.at(-1);
    if (element) element.text += value;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text.replace(/^\ufeff/, "")).close();
  return broken || root === null ? err("edi.xml_broken") : ok(root);
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** The element at a path of names below `element`; null where any of them is absent. */
export function at(element: Element, ...path: string[]): Element | null {
  let found: Element | undefined = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found ?? null;
}

/** The trimmed text at a path; null where it is absent or empty. */
export const textAt = (element: Element, ...path: string[]): string | null => at(element, ...path)?.text.trim() || null;

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`).replace(/\p{Cc}/gu, " ");
