// Production processes. The process becomes the server itself, so a service manager signals and measures the right one.
// usage: ./run start | ./run worker
import path from "node:path";

import { parseEnv } from "#/lib/env.ts";
import { holdBuild, isBuilt, NEXT } from "./build.ts";
import { prepare } from "./support/demo-database.ts";
import { ROOT } from "./support/files.ts";
import { fail } from "./support/progress.ts";
import { loadSettings } from "./support/settings.ts";

try {
  loadSettings();
  const appUrl = process.env.DATABASE_URL ? await prepare(process.env.DATABASE_URL) : process.env.APP_DATABASE_URL;
  const settings = { ...process.env, APP_DATABASE_URL: appUrl };
  const { HOST, PORT } = parseEnv(settings);
  const [role] = process.argv.slice(2);
  if (role === "web" && !isBuilt()) throw new Error("The build is missing or older than the sources: ./run build");
  if (role === "web") holdBuild();

  process.chdir(ROOT);
  const program =
    role === "web"
      ? [NEXT, "start", "-H", HOST, "-p", String(PORT)]
      : ["--conditions=react-server", path.join(ROOT, "app/_jobs/worker.ts")];
  // The owner's password stays behind; empty rather than absent, because Next would read an absent one from .env.
  process.execve?.(process.execPath, [process.execPath, ...program], {
    ...settings,
    NODE_ENV: "production",
    DATABASE_URL: "",
  });
} catch (error) {
  fail(error);
}
