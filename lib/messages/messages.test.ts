import { describe, expect, it } from "vitest";

import { errorWords, locales, type Room, rooms, translator } from "./messages.ts";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

/** Argument names at any depth: `{count, plural, one {# of {total}}}` → count, total. Branch texts are not arguments. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  for (const [, name] of message.matchAll(/\{\s*([a-zA-Z][a-zA-Z0-9]*)\s*(?=[,}])/g)) found.add(name as string);
  return [...found].sort();
}

describe.each(Object.keys(rooms) as Room[])("room %s", (room) => {
  const russian = leaves(rooms[room].ru as Tree);

  it.each(locales)("says the same things in %s, with the same arguments", (locale) => {
    const other = new Map(leaves(rooms[room][locale] as Tree));
    expect([...other.keys()].sort()).toEqual(russian.map(([key]) => key).sort());
    for (const [key, message] of russian) {
      expect([key, argumentsOf(other.get(key) ?? "")]).toEqual([key, argumentsOf(message)]);
    }
  });

  it.each(locales)("has no empty or unreadable message in %s", (locale) => {
    const t = translator(locale, room) as unknown as (key: string, values: Record<string, unknown>) => string;
    for (const [key, message] of leaves(rooms[room][locale] as Tree)) {
      const values = Object.fromEntries(argumentsOf(message).map((name) => [name, 1]));
      const said = t(key, values);
      expect(said.trim(), key).not.toBe("");
      expect(said, key).not.toBe(key);
    }
  });
});

describe("errorWords", () => {
  it("speaks the language asked for", () => {
    expect(errorWords("ru")("field.required")).toBe("Заполните это поле.");
    expect(errorWords("en")("field.required")).toBe("Fill in this field.");
  });

  it("never shows a code that has no sentence", () => {
    expect(errorWords("ru")("no.such_code")).toBe(errorWords("ru")("form.unknown"));
  });
});
