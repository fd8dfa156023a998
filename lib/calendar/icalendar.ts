import { addDays, type Day } from "./day.ts";

/** One all-day event. `uid` is the same as long as it is the same date of the same thing, so that a moved date moves. */
export type CalendarEvent = { uid: string; day: Day; summary: string; description: string; url: string };
export type Feed = { name: string; language: string; stamp: Date; events: readonly CalendarEvent[] };

const OCTETS = 75;
const bytes = new TextEncoder();

/** RFC 5545: all-day events with a reminder at nine in the morning of the day before. Lines end with CRLF and are folded at 75 octets. */
export function iCalendar({ name, language, stamp, events }: Feed): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Market Plus//Contract dates//${language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

const eventLines = ({ uid, day, summary, description, url }: CalendarEvent, stamp: Date): string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d{3}/g, "")}`,
  `DTSTART;VALUE=DATE:${basic(day)}`,
  `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
  `SUMMARY:${escapeText(summary)}`,
  `DESCRIPTION:${escapeText(description)}`,
  `URL:${url}`,
  "TRANSP:TRANSPARENT",
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${escapeText(summary)}`,
  "TRIGGER:-PT15H",
  "END:VALARM",
  "END:VEVENT",
];

const basic = (day: Day) => day.replaceAll("-", "");

/** TEXT of 3.3.11: backslash, semicolon, comma and line ends are escaped; other controls have no place in it. */
const escapeText = (text: string) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** 3.1: no line is longer than 75 octets; a continuation begins with a space, which counts. No character is cut in two. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const length = bytes.encode(character).length;
    if (size + length > OCTETS) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += character;
    size += length;
  }
  return [...parts, part].join("\r\n");
}
