import type { Instrumentation } from "next";

/** Once per process, before the first request. Next itself finishes what is in flight when the signal comes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startDraining } = await import("./app/_health/draining.ts");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, startDraining);
}

/** What a person sees is a digest; the log line with the same digest says where it happened. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log.ts");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  log.error(
    { ...(digest ? { digest } : {}), method: request.method, route: context.routePath, err: error },
    "request failed",
  );
};
