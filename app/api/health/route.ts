/** The process answers. Nothing else is asked: a database that is away is no reason to start the process again. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } });
}

export const dynamic = "force-dynamic";
