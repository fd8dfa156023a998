import { type Day, yearOf } from "#/lib/calendar/day.ts";
import { safeFileName } from "#/lib/files/recognise.ts";

/**
 * Names of files in a pack, each once whatever the customer called its uploads: a second one of the same name gets "(2)". Names that
 * differ only in case are the same on Windows.
 */
export function uniqueNames(): (folder: string, name: string) => string {
  const taken = new Set<string>();
  return (folder, name) => {
    const safe = safeFileName(name).replace(/^\.+/, "_");
    const dot = safe.lastIndexOf(".");
    const [stem, end] = dot > 0 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ""];
    for (let count = 1; ; count++) {
      const full = `${folder}${count === 1 ? stem : `${stem} (${count})`}${end}`;
      if (taken.has(full.toLowerCase())) continue;
      taken.add(full.toLowerCase());
      return full;
    }
  };
}

/** "04.2026" */
export const monthName = (month: Day): string => `${month.slice(5, 7)}.${yearOf(month)}`;
