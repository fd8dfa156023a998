import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { DropReason } from "./imported.ts";
import { isConsentButton, namesDocument } from "./vocabulary.ts";

export type Element = Tree.Element;
export type Node = Tree.ChildNode;

export const isElement = (node: Node): node is Element => "tagName" in node;
export const isText = (node: Node): node is Tree.TextNode => node.nodeName === "#text";
export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null;

/** Elements whose text no reader sees or that hold none of the document's. */
export const SILENT = new Set([
  ...["script", "style", "noscript", "template", "svg", "iframe", "object", "audio", "video", "canvas", "map", "head"],
  ...["math", "noembed", "noframes", "datalist", "progress", "meter"],
]);
const FORMS = new Set(["form", "button", "select", "textarea", "input", "fieldset"]);
const FURNITURE = new Set([
  "navigation",
  "banner",
  "search",
  "contentinfo",
  "complementary",
  "menu",
  "menubar",
  "toolbar",
  "tablist",
]);
const MENU_CLASS =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|mainmenu|submenu|sidebar|side-bar|breadcrumbs?|crumbs|pagination|pager|toolbar|share|sharing|social|topbar|skip-link|lang(?:uage)?-(?:switch\w*|select\w*))(?:$|[-_\s])/i;
const COOKIE_CLASS = /cookie|consent|gdpr|ccpa|onetrust|cmp-/i;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Words of an element that stand in links, as a share. */
export type Weight = { words: number; linked: number; sentences: number };

/** Why an element is no part of the document; null where it may be. `inMain`: inside the landmark that holds the text. */
export function cutReason(element: Element, weight: Weight, inMain: boolean): DropReason | null {
  const tag = element.tagName;
  const role = attribute(element, "role")?.toLowerCase() ?? "";
  const names = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`;
  if (attribute(element, "hidden") !== null || HIDDEN.test(attribute(element, "style") ?? "")) return "hidden";
  if (attribute(element, "aria-hidden") === "true" && weight.words > 0 && tag !== "h1") return "hidden";
  if (
    weight.words > 0 &&
    weight.words < 400 &&
    (COOKIE_CLASS.test(names) || COOKIE_CLASS.test(attribute(element, "aria-label") ?? ""))
  )
    if (!namesCookieNotice(element, weight)) return "cookie-banner";
  if (role === "dialog" || role === "alertdialog") return "cookie-banner";
  if (tag === "footer" || role === "contentinfo") return weight.words < 400 || !inMain ? "footer" : null;
  if (tag === "nav" || FURNITURE.has(role)) return "navigation";
  if (tag === "aside") return weight.sentences < 20 ? "navigation" : null;
  if (tag === "header" && !inMain && weight.words < 200) return holdsTitle(element) ? null : "navigation";
  // A page that is one form around everything (ASP.NET) is no form.
  if (FORMS.has(tag) && (tag !== "form" || weight.words < 150)) return "form";
  const menu = MENU_CLASS.test(names) && tag !== "body" && tag !== "main" && tag !== "article";
  if (menu && weight.words > 0 && weight.words < 600 && (dense(weight) || weight.sentences === 0)) return "navigation";
  if ((tag === "ul" || tag === "ol" || tag === "div" || tag === "section") && weight.linked >= 6 && dense(weight))
    return "navigation";
  return null;
}

const dense = ({ words, linked, sentences }: Weight) => linked > words * 0.7 && sentences <= linked / 12;

/** The notice itself may carry "cookie" in its class: a heading and paragraphs without a button to press. */
const namesCookieNotice = (element: Element, weight: Weight): boolean =>
  weight.words > 120 &&
  !within(element, (one) => one.tagName === "button" || isConsentButton(attribute(one, "value") ?? ""));

const holdsTitle = (element: Element): boolean =>
  within(element, (one) => /^h[12]$/.test(one.tagName) && namesDocument(plain(one)));

export function within(element: Element, test: (one: Element) => boolean): boolean {
  return element.childNodes.some((node) => isElement(node) && (test(node) || within(node, test)));
}

const plain = (element: Element): string =>
  element.childNodes.map((node) => (isText(node) ? node.value : isElement(node) ? plain(node) : "")).join(" ");

/** The landmark that holds the text: the only <main>, else the only <article>, if most of the page's words are in it. */
export function landmark(body: Element, weigh: (element: Element) => Weight): Element | null {
  for (const test of [
    (one: Element) => one.tagName === "main" || attribute(one, "role") === "main",
    (one: Element) => one.tagName === "article",
  ]) {
    const found: Element[] = [];
    within(body, (one) => {
      if (test(one)) found.push(one);
      return false;
    });
    if (found.length !== 1) continue;
    const [only] = found as [Element];
    const { words, linked } = weigh(only);
    const rest = weigh(body);
    if (words - linked >= (rest.words - rest.linked) * 0.5) return only;
  }
  return null;
}
