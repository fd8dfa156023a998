import { readiness } from "#/app/_health/readiness.ts";

/** May people be sent here: database, migrations, worker, and not on the way out. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
