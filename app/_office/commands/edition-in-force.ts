import { closeDatabase, database } from "#/db/client.ts";
import { allEditions, editionInForce, OFFER } from "#/db/queries/documents.ts";
import { parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Answer, type Command, onlyText, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

/** Which edition of a document was, is or will be in force on a day (6.2), by what is published now. */
export const editionInForceOn: Command = {
  options: { on: { type: "string" } },
  async run(call) {
    const name = onlyText(call, "документ: offer, price-list, …");
    const { on: typed } = call.values;
    const on = typeof typed === "string" ? parseDay(typed) : null;
    if (!on)
      throw new WrongCall(
        typed === undefined ? "нужна дата: --on 2026-03-01" : `--on: нет такой даты: ${String(typed)}`,
      );
    const slug = name === "offer" ? OFFER : name;
    try {
      const db = database();
      const known = (await allEditions(db)).filter((one) => one.slug === slug);
      const language = known.some((one) => one.language === "ru") ? "ru" : known[0]?.language;
      if (!language) return refused("record.not_found", slug);
      const row = await editionInForce(db, slug, on, language);
      if (row) {
        const { number, publishedOn, inForceFrom, sha256, title } = row;
        return {
          ok: true,
          json: { ok: true, document: slug, number, publishedOn, inForceFrom, sha256, title },
          text: `${title}, редакция ${number}: опубликована ${formatDay(publishedOn)}, действует с ${formatDay(inForceFrom)}\nsha256 ${sha256}`,
        };
      }
      const first = known.map(({ inForceFrom }) => inForceFrom).toSorted()[0]!;
      return refused("edition.none_on_day", slug, { on: formatDay(on), first: formatDay(first) });
    } finally {
      await closeDatabase();
    }
  },
};

const refused = (code: string, document: string, params: Record<string, string> = {}): Answer => ({
  ok: false,
  json: { ok: false, reason: code, document, ...(params.on && { params }) },
  text: `${document}: ${refusalText(code, params)}`,
});
