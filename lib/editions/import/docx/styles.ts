import { element, elements, settingOf, type Xml } from "./xml.ts";

export type ListPlace = { list: string; level: number };
export type Style = { heading: number; title: boolean; contents: boolean; place: ListPlace | null };

export const PLAIN: Style = { heading: 0, title: false, contents: false, place: null };

/** Paragraph styles by id: what is a heading, a title, a line of the contents, and what numbers itself. */
export function readStyles(part: Xml | null): (id: string | undefined) => Style {
  const byId = new Map(elements(part ?? undefined, "style").map((style) => [style.attrs.styleId ?? "", style]));
  const known = new Map<string, Style>();
  const find = (id: string | undefined, depth = 0): Style => {
    const style = id === undefined ? undefined : byId.get(id);
    if (!style || id === undefined || depth > 20) return PLAIN;
    const cached = known.get(id);
    if (cached) return cached;
    const base = find(settingOf(style, "basedOn"), depth + 1);
    const name = (settingOf(style, "name") ?? id).toLowerCase();
    const properties = element(style, "pPr");
    const outline = Number(settingOf(properties, "outlineLvl") ?? Number.NaN);
    const named = /^(?:heading|заголовок|загаловак)\s*(\d)$/.exec(name);
    const heading = named ? Number(named[1]) : outline >= 0 && outline < 9 ? outline + 1 : base.heading;
    const read: Style = {
      heading: Math.min(heading, 6),
      title: /^(?:title|название|заголовок документа)$/.test(name) || base.title,
      contents: /^(?:toc|оглавление|содержание)\s*\d/.test(name),
      place: placeOf(properties) ?? base.place,
    };
    known.set(id, read);
    return read;
  };
  return find;
}

/** The list and level of a paragraph, where its properties name them; list 0 takes a style's numbering off again. */
export function placeOf(properties: Xml | undefined): ListPlace | null {
  const numbering = element(properties, "numPr");
  const list = settingOf(numbering, "numId");
  const level = Number(settingOf(numbering, "ilvl") ?? 0);
  return list === undefined ? null : { list, level: level >= 0 && level < 9 ? level : 0 };
}
