import fs from "node:fs";
import path from "node:path";

import { ensureBuild, holdBuild, NEXT } from "./build.ts";
import { canListen } from "./support/net.ts";
import { waitFor } from "./support/processes.ts";
import { type Line, Service } from "./support/service.ts";

export type StackOptions = {
  mode: "production" | "demo" | "test";
  /** The application's own database address, made by `prepareDatabase`. */
  appUrl: string;
  port: number;
  host?: string;
  authSecret: string;
  /** Hot reload instead of the production build. */
  dev?: boolean;
  /** What else the web server and the worker see. */
  env?: Record<string, string>;
  onLine?: (line: Line) => void;
  /** The web server died by itself; the rest is still to be stopped. */
  onGone?: (reason: string) => void;
  /** Where every line of both is kept. */
  logFile?: string;
};

export type Stack = {
  /** Where the site answers, without a slash at the end. */
  origin: string;
  /** Settings of both processes; a program started with them speaks to the same house. */
  env: NodeJS.ProcessEnv;
  web: Service;
  worker: Service;
  /** Web first, so that nothing new comes in; then the worker, which finishes the job in hand. */
  stop(): Promise<void>;
};

/**
 * Starts web server and worker over a prepared database and waits until `/api/ready` says so. The one way to start the
 * house: demo, development, end-to-end tests, proofs and benches use it alike. Throws with the server's own words.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const host = options.host || "localhost";
  if (!(await canListen(options.port, host))) {
    throw new Error(
      `Port ${options.port} is taken. Stop what listens there, or choose another one: PORT=3100 ./run demo`,
    );
  }
  if (!options.dev) {
    await ensureBuild();
    holdBuild();
  }
  // One spelling for every way of saying "this machine": the same-origin check knows a single one.
  const here = ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::"].includes(host);
  const origin = `http://${here ? "localhost" : host}:${options.port}`;
  const env = settings(options, host, origin);
  const onLine = listener(options);
  let gone: string | undefined;
  const web = new Service({
    name: "web",
    args: [NEXT, options.dev ? "dev" : "start", "-H", host, "-p", String(options.port)],
    env,
    restart: false,
    onLine,
    onGone: (reason) => {
      gone = reason;
      options.onGone?.(reason);
    },
  });
  const worker = new Service({
    name: "worker",
    args: ["--conditions=react-server", "app/_jobs/worker.ts"],
    env,
    restart: true,
    onLine,
  });
  const stop = async () => {
    await web.stop(15_000);
    await worker.stop(15_000);
  };

  let answer = "no answer yet";
  const settled = async () => {
    if (gone === undefined) answer = await readiness(origin);
    return gone !== undefined || answer === "ready";
  };
  const up = await waitFor(settled, 90_000, 100);
  if (up && gone === undefined) return { origin, env, web, worker, stop };
  await stop();
  throw new Error(`The site did not become ready (${gone ?? answer}).\n\nweb:\n${web.tail}\n\nworker:\n${worker.tail}`);
}

/** One way of asking, whatever stands there: "ready", or what was answered instead. */
async function readiness(origin: string): Promise<string> {
  try {
    const response = await fetch(`${origin}/api/ready`, { signal: AbortSignal.timeout(10_000) });
    return response.ok ? "ready" : `/api/ready answered ${response.status} ${(await response.text()).slice(0, 200)}`;
  } catch (error) {
    return `/api/ready: ${(error as Error).message}`;
  }
}

function settings(options: StackOptions, host: string, origin: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: options.dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_MODE: options.mode,
    APP_DATABASE_URL: options.appUrl,
    // Empty, not absent: Next would read an absent one from a .env file that is meant for production.
    DATABASE_URL: "",
    SMTP_URL: "",
    MAIL_FROM: "",
    AUTH_SECRET: options.authSecret,
    HOST: host,
    PORT: String(options.port),
    PUBLIC_ORIGIN: origin,
    ...options.env,
  };
}

function listener({ logFile, onLine }: StackOptions): (line: Line) => void {
  if (!logFile) return (line) => onLine?.(line);
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const file = fs.createWriteStream(logFile, { flags: "w" });
  return (line) => {
    file.write(`${line.service} ${line.text}\n`);
    onLine?.(line);
  };
}
