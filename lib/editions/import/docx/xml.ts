import { SaxesParser } from "saxes";

/** An element of an office part: local names, for every producer writes the usual prefixes. */
export type Xml = { name: string; attrs: Record<string, string>; children: (Xml | string)[] };

const MAX_DEPTH = 300;

/** Null: not well-formed, deeper than any document, or with a DTD, which no office program writes. */
export function readXml(bytes: Uint8Array): Xml | null {
  const root: Xml = { name: "", attrs: {}, children: [] };
  const path = [root];
  let broken = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on("doctype", () => {
    broken = true;
  });
  parser.on("error", () => {
    broken = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Xml = { name: local(name), attrs: {}, children: [] };
    for (const [key, value] of Object.entries(attributes)) element.attrs[local(key)] = value as string;
    path.at(-1)?.children.push(element);
    path.push(element);
    if (path.length > MAX_DEPTH) broken = true;
  });
  parser.on("closetag", () => {
    path.pop();
  });
  const text = (value: string) => path.at(-1)?.children.push(value);
  parser.on("text", text);
  parser.on("cdata", text);
  const source = new TextDecoder("utf-8").decode(bytes);
  // In pieces, so that a fault stops the reading where it is.
  for (let at = 0; at < source.length && !broken; at += 65_536) {
    try {
      parser.write(source.slice(at, at + 65_536));
    } catch {
      return null;
    }
  }
  try {
    if (!broken) parser.close();
  } catch {
    return null;
  }
  return broken ? null : (root.children.find((one): one is Xml => typeof one !== "string") ?? null);
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

export const elements = (parent: Xml | undefined, name?: string): Xml[] =>
  (parent?.children ?? []).filter(
    (one): one is Xml => typeof one !== "string" && (name === undefined || one.name === name),
  );
export const element = (parent: Xml | undefined, name: string): Xml | undefined => elements(parent, name)[0];
/** The text that stands directly in an element; elements in it are not asked. */
export const ownText = (parent: Xml): string => parent.children.filter((one) => typeof one === "string").join("");
/** The `w:val` of a child, the form in which Word keeps most of its settings. */
export const settingOf = (parent: Xml | undefined, name: string): string | undefined =>
  element(parent, name)?.attrs.val;
/** A switch of Word's: there, and not switched off. */
export const isOn = (parent: Xml | undefined, name: string): boolean => {
  const found = element(parent, name);
  return found !== undefined && !["0", "false", "off"].includes(found.attrs.val ?? "");
};
