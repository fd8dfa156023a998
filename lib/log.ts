import "server-only";

import { type DestinationStream, type Logger, pino } from "pino";

/**
 * Everything a log line may carry: identifiers and figures, never a name, an address, a УНП or a text that somebody typed.
 * A field that is not here is dropped, so a careless call cannot leak what it was given.
 */
export type LogFields = {
  requestId?: string;
  method?: string;
  /** The route's pattern (`/cabinet/contracts/[id]`), not the address: addresses carry tokens. */
  route?: string;
  status?: number;
  ms?: number;
  actor?: "guest" | "customer" | "staff" | "system";
  actorId?: string;
  partyId?: string;
  contractId?: string;
  draftId?: string;
  action?: string;
  job?: string;
  jobId?: string;
  attempt?: number;
  count?: number;
  code?: string;
  digest?: string;
  mode?: string;
  err?: unknown;
};

const ALLOWED: ReadonlySet<string> = new Set<keyof LogFields>([
  "requestId",
  "method",
  "route",
  "status",
  "ms",
  "actor",
  "actorId",
  "partyId",
  "contractId",
  "draftId",
  "action",
  "job",
  "jobId",
  "attempt",
  "count",
  "code",
  "digest",
  "mode",
  "err",
]);

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

type Write = (fields: LogFields, message: string) => void;

export type Log = { error: Write; warn: Write; info: Write; debug: Write; child(fields: LogFields): Log };

/** JSON lines; `message` is a constant text, everything that varies is a field. */
export function createLog(level: string | undefined, destination?: DestinationStream): Log {
  const known = LEVELS.find((name) => name === level) ?? "info";
  const options = {
    level: known,
    base: null,
    formatters: { level: (label: string) => ({ level: label }), log: allowed },
    serializers: { err: describeError },
  };
  return narrow(destination ? pino(options, destination) : pino(options));
}

export const log = createLog(process.env.LOG_LEVEL);

/** pino does not run its formatters over a child's fields, so the list is applied here too. */
function narrow(logger: Logger): Log {
  return {
    error: (fields, message) => logger.error(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    info: (fields, message) => logger.info(fields, message),
    debug: (fields, message) => logger.debug(fields, message),
    child: (fields) => narrow(logger.child(allowed(fields))),
  };
}

function allowed(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name)));
}

/**
 * An error without its message: drivers quote parameters there, parsers quote input. What remains finds the place (frames)
 * and the kind (name, SQLSTATE, constraint, Next's digest), down the chain of causes.
 */
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint_name: constraint, digest } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    ...(typeof digest === "string" && { digest }),
    frames: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}
