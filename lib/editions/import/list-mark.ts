import { attribute, type Element } from "./html-cuts.ts";

const letter = (number: number, first: number) => String.fromCharCode(first + ((number - 1) % 26));

export function roman(number: number): string {
  const steps: [number, string][] = [
    ...([
      [1000, "m"],
      [900, "cm"],
      [500, "d"],
      [400, "cd"],
      [100, "c"],
      [90, "xc"],
    ] as [number, string][]),
    ...([
      [50, "l"],
      [40, "xl"],
      [10, "x"],
      [9, "ix"],
      [5, "v"],
      [4, "iv"],
      [1, "i"],
    ] as [number, string][]),
  ];
  let rest = number;
  return steps
    .map(([value, sign]) => {
      const times = Math.max(0, Math.floor(rest / value));
      rest -= times * value;
      return sign.repeat(Math.min(times, 3));
    })
    .join("");
}

/** The number that a browser would print before an item, as text; null for a bullet. Moves the list on. */
export function listMark(item: Element, list: { element: Element; next: number } | null): string | null {
  if (list?.element.tagName !== "ol") return null;
  const own = Number(attribute(item, "value"));
  const number = Number.isInteger(own) && own > 0 ? own : list.next;
  list.next = number + 1;
  const type = attribute(list.element, "type") ?? "1";
  const style = /list-style(?:-type)?\s*:[^;]*none/i.test(attribute(list.element, "style") ?? "");
  if (style) return null;
  if (type === "a") return `(${letter(number, 97)})`;
  if (type === "A") return `(${letter(number, 65)})`;
  if (type === "i" || type === "I") return `(${type === "i" ? roman(number) : roman(number).toUpperCase()})`;
  return `${number}.`;
}
