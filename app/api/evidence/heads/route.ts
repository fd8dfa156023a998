import { database } from "#/db/client.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";

/** Every published head, oldest first: for whoever keeps a copy outside the house. */
export async function GET(): Promise<Response> {
  const heads = await allSeals(database());
  return Response.json({ heads }, { headers: { "cache-control": "public, max-age=60" } });
}

export const dynamic = "force-dynamic";
