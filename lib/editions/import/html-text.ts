import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import { attribute, type Element, isElement, isText, type Node, SILENT, type Weight } from "./html-cuts.ts";
import type { Notes } from "./imported.ts";
import { mendLetters, ruleOf } from "./mend.ts";
import { countWords } from "./words.ts";

/** Deeper than any page that people wrote; a walk by calls stays far from the end of the stack. */
const MAX_DEPTH = 400;
export const BLOCK = new Set(
  "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol optgroup option p pre section select summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

export const NOTHING: Weight = { words: 0, linked: 0, sentences: 0 };

export function tooDeep(root: Element): boolean {
  const queue: [Element, number][] = [[root, 0]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [element, depth] = next;
    if (depth > MAX_DEPTH) return true;
    for (const node of element.childNodes) if (isElement(node)) queue.push([node, depth + 1]);
  }
  return false;
}

export const lineOf = (node: Node): number => node.sourceCodeLocation?.startLine ?? 1;

export function mendTree(element: Element, notes: Notes): void {
  for (const node of element.childNodes) {
    if (isElement(node)) {
      if (!SILENT.has(node.tagName)) mendTree(node, notes);
    } else if (isText(node)) {
      const mended = mendLetters(node.value);
      if (mended !== node.value && ruleOf(node.value, mended) === "mojibake")
        notes.guess("mojibake", lineOf(node), node.value.trim(), mended.trim());
      node.value = mended;
    }
  }
}

/** The whole text of an element as a reader sees it, each block on its line, the address of each link after it; `apart`: what was cut. */
export function spell(node: Node, apart: ReadonlySet<Element> = NONE): string {
  if (isText(node)) return node.value.replace(/\s+/g, " ");
  if (!isElement(node) || SILENT.has(node.tagName)) return "";
  if (node.tagName === "br") return "\n";
  const inside = node.childNodes.map((one) => spell(one, apart)).join("") + addressAfter(node);
  return BLOCK.has(node.tagName) || apart.has(node) ? `\n${inside}\n` : inside;
}

const NONE: ReadonlySet<Element> = new Set();

/** " (https://…)" for a link whose text does not say where it leads. */
export function addressAfter(element: Element): string {
  if (element.tagName !== "a") return "";
  const address = (attribute(element, "href") ?? "").trim();
  if (!/^(?:https?:|mailto:)/i.test(address)) return "";
  const visible = element.childNodes
    .map((one) => spell(one))
    .join("")
    .trim();
  const bare = address.replace(/^mailto:/i, "").replace(/\/$/, "");
  return visible === "" || visible.replace(/\/$/, "").endsWith(bare.replace(/^https?:\/\//i, ""))
    ? ""
    : ` (${address})`;
}

export function weigh(element: Element, weights: Map<Element, Weight>, inLink: boolean): Weight {
  const sum = { ...NOTHING };
  const link = inLink || element.tagName === "a";
  for (const node of element.childNodes) {
    if (isText(node)) {
      const words = countWords(node.value);
      sum.words += words;
      if (link) sum.linked += words;
      else sum.sentences += node.value.match(/\p{L}{2}[.;!?](?:\s|$)/gu)?.length ?? 0;
    } else if (isElement(node) && !SILENT.has(node.tagName)) {
      const inner = weigh(node, weights, link);
      sum.words += inner.words;
      sum.linked += inner.linked;
      sum.sentences += inner.sentences;
    }
  }
  weights.set(element, sum);
  return sum;
}

export const tidy = (text: string) =>
  text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();

export function noteScripts(html: Element, notes: Notes): void {
  const counts = new Map<string, number>();
  const count = (element: Element): void => {
    for (const node of element.childNodes) {
      if (!isElement(node)) continue;
      if (SILENT.has(node.tagName) && node.tagName !== "head")
        counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1);
      else count(node);
    }
  };
  count(html);
  if (counts.size === 0) return;
  // What no browser shows is named and counted; its code is no text of the page.
  const text = [...counts].map(([tag, times]) => `<${tag}> × ${times}`).join(", ");
  notes.dropped.push({ reason: "script", line: 1, words: 0, text });
}

export function titleOf(html: Element): string | null {
  const head = html.childNodes.find((node): node is Element => isElement(node) && node.tagName === "head");
  const title = head?.childNodes.find((node): node is Element => isElement(node) && node.tagName === "title");
  const text =
    title?.childNodes
      .map((node) => (node as Tree.TextNode).value ?? "")
      .join("")
      .trim() ?? "";
  return text === ""
    ? null
    : mendLetters(text)
        .split(/\s+[|–—·-]\s+/)[0]!
        .trim();
}
