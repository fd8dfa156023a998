import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, asDay, type Day } from "./day.ts";
import { type CalendarEvent, iCalendar } from "./icalendar.ts";

/** A reader of its own, written from RFC 5545 and not from the writer: unfolds, splits name;params:value, nests components. */
type Component = { name: string; properties: { name: string; params: string; value: string }[]; inside: Component[] };
function read(text: string): Component {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end");
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error("a bare line end");
    if (Buffer.byteLength(line, "utf8") > 75) throw new Error(`too long: ${line}`);
    if (line.includes("\ufffd")) throw new Error("a character was cut in two");
  }
  const unfolded: string[] = [];
  for (const line of lines)
    if (line.startsWith(" ")) unfolded.push(unfolded.pop() + line.slice(1));
    else unfolded.push(line);
  const root: Component = { name: "", properties: [], inside: [] };
  const open = [root];
  for (const line of unfolded) {
    const [, name = "", params = "", value = ""] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
    if (!name) throw new Error(`no property: ${line}`);
    if (name === "BEGIN") open.push({ name: value, properties: [], inside: [] });
    else if (name === "END") {
      const done = open.pop()!;
      if (done.name !== value) throw new Error(`${value} ends ${done.name}`);
      open.at(-1)!.inside.push(done);
    } else open.at(-1)!.properties.push({ name, params: params.slice(1), value });
  }
  if (open.length !== 1 || root.inside.length !== 1) throw new Error("not one calendar");
  return root.inside[0]!;
}
const text = (value: string) => value.replace(/\\([\\;,nN])/g, (_, one) => (/n/i.test(one) ? "\n" : one));
const one = ({ properties }: Component, name: string) => {
  const found = properties.filter((property) => property.name === name);
  if (found.length !== 1) throw new Error(`${found.length} of ${name}`);
  return found[0]!;
};

const stamp = new Date("2026-04-16T09:30:00.123Z");
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "invoice-1@shop.example",
  day: asDay("2026-12-31"),
  summary: "Счёт 26-000145-7 действует до этого дня",
  description: "5-й рабочий день; считая со дня после выставления, п. 3.2\nвторая строка",
  url: "https://shop.example/cabinet/contracts/1",
  ...more,
});
const feed = (...events: CalendarEvent[]) => iCalendar({ name: "Маркет Плюс", language: "ru", stamp, events });

describe("iCalendar", () => {
  it("is a calendar that another program reads", () => {
    const calendar = read(feed(event()));
    expect(calendar.name).toBe("VCALENDAR");
    expect(one(calendar, "VERSION").value).toBe("2.0");
    const [entry] = calendar.inside;
    expect(entry!.name).toBe("VEVENT");
    expect(one(entry!, "UID").value).toBe("invoice-1@shop.example");
    expect(one(entry!, "DTSTAMP").value).toBe("20260416T093000Z");
    expect(one(entry!, "DTSTART")).toEqual({ name: "DTSTART", params: "VALUE=DATE", value: "20261231" });
    expect(one(entry!, "DTEND").value).toBe("20270101");
    expect(text(one(entry!, "DESCRIPTION").value)).toBe(event().description);
    expect(entry!.inside.map(({ name }) => name)).toEqual(["VALARM"]);
  });

  it("cannot be broken out of by a text", () => {
    const calendar = read(feed(event({ summary: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0007" })));
    expect(calendar.inside).toHaveLength(1);
    expect(text(one(calendar.inside[0]!, "SUMMARY").value)).toBe("x\nEND:VEVENT\nBEGIN:VEVENT");
  });

  it("is an empty calendar without dates", () => {
    expect(read(feed()).inside).toEqual([]);
  });

  it("comes back whole whatever it says", () => {
    // The sign by which the reader knows a character cut in two is not among them.
    const words = fc.string({ unit: "grapheme", maxLength: 200 }).filter((one) => !/[\p{Cc}\ufffd]/u.test(one));
    const days = fc.integer({ min: 0, max: 40_000 }).map((count): Day => addDays(asDay("1990-01-01"), count));
    const events = fc.array(fc.record({ day: days, summary: words, description: words }), { maxLength: 5 });
    fc.assert(
      fc.property(events, words, (made, name) => {
        const all = made.map((more, index) => event({ ...more, uid: `u-${index}@shop.example` }));
        const calendar = read(iCalendar({ name, language: "be", stamp, events: all }));
        expect(text(one(calendar, "X-WR-CALNAME").value)).toBe(name);
        expect(
          calendar.inside.map((entry) => ({
            uid: one(entry, "UID").value,
            day: one(entry, "DTSTART").value.replace(/(....)(..)(..)/, "$1-$2-$3"),
            summary: text(one(entry, "SUMMARY").value),
            description: text(one(entry, "DESCRIPTION").value),
            url: one(entry, "URL").value,
          })),
        ).toEqual(all);
      }),
    );
  });
});
