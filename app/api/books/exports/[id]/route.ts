import { z } from "zod";

import { streamForHouse } from "#/app/_papers/download.ts";
import { oneCBytes } from "#/app/_reports/one-c.ts";
import { database, inTenant, type Tx } from "#/db/client.ts";
import { findExport } from "#/db/queries/book-exports.ts";

/** An export that was made before, as often as wanted: the entries that the books had at its moment. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return streamForHouse(request, "books.export", async (actor) => {
    const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(database(), actor, work, { readOnly: true });
    const made = z.uuid().safeParse(id).success ? await read((tx) => findExport(tx, id)) : null;
    if (!made) return null;
    const { format, from, to, exportedAt: postedUntil } = made;
    return {
      name: `1C ${from} ${to}.${format}`,
      mediaType: format === "xml" ? "application/xml" : "text/csv; charset=utf-8",
      bytes: oneCBytes(read, { format, period: { from, to }, postedUntil }),
    };
  });
}
