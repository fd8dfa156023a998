import "server-only";

import { z } from "zod";

import { checkGln } from "#/lib/requisites/gln.ts";

const database = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must look like postgres://user:password@host:5432/database",
});

// An empty variable means "not set": compose files and systemd units write them so.
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const schema = z
  .object({
    /** `demo` and `test` have the movable clock and the mailbox page; production has no such door. */
    APP_MODE: optional(z.enum(["production", "demo", "test"]).default("production")),
    /** The role market_app: owns nothing. The owner's DATABASE_URL is for migrations and is never read here. */
    APP_DATABASE_URL: database,
    PORT: optional(z.coerce.number().int().min(1).max(65_535).default(3000)),
    HOST: optional(z.string().default("localhost")),
    /** Scheme, host and port that customers see: links in mail, the same-origin check, cookies. */
    PUBLIC_ORIGIN: optional(z.url({ protocol: /^https?$/ }).optional()),
    AUTH_SECRET: z.string().min(32, "must have at least 32 characters (openssl rand -base64 48)"),
    SMTP_URL: optional(
      z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587" }).optional(),
    ),
    MAIL_FROM: optional(z.string().optional()),
    /** ЭДиН over REST. Without EDI_URL acts go through it by hand, and nothing else here is asked. */
    EDI_URL: optional(z.url({ protocol: /^https?$/, error: "must look like https://api.edn.by" }).optional()),
    EDI_USER: optional(z.string().optional()),
    EDI_PASSWORD: optional(z.string().optional()),
    /** The seller's global location number. */
    EDI_GLN: optional(
      z
        .string()
        .refine((gln) => checkGln(gln).valid, "must be 13 digits with a right check digit")
        .optional(),
    ),
    /** The key in the operator's cloud that signs acts, and the attribute certificate where the key has no powers of its own. */
    EDI_SIGN_KEY: optional(z.string().optional()),
    EDI_SIGN_CERTIFICATE: optional(z.string().optional()),
    /** Alfa-Bank's Open API. Without BANK_URL statements are uploaded by hand, and nothing else here is asked. */
    BANK_URL: optional(
      z.url({ protocol: /^https?$/, error: "must look like https://ibapi2.alfabank.by:8273" }).optional(),
    ),
    BANK_CLIENT_ID: optional(z.string().optional()),
    BANK_CLIENT_SECRET: optional(z.string().optional()),
  })
  .transform((raw) => {
    const origin = new URL(raw.PUBLIC_ORIGIN ?? `http://localhost:${raw.PORT}`);
    return { ...raw, PUBLIC_ORIGIN: origin.origin, MAIL_FROM: raw.MAIL_FROM ?? `no-reply@${origin.hostname}` };
  })
  .refine((env) => env.APP_MODE !== "production" || env.SMTP_URL, {
    path: ["SMTP_URL"],
    error: "is required in production: invoices and acts go by mail",
  })
  .superRefine((env, ctx) => {
    if (!env.BANK_URL) return;
    for (const name of ["BANK_CLIENT_ID", "BANK_CLIENT_SECRET"] as const)
      if (!env[name]) ctx.addIssue({ code: "custom", path: [name], message: "is required with BANK_URL" });
    // Tokens to an account leave this machine only encrypted.
    const { protocol, hostname } = new URL(env.BANK_URL);
    if (protocol === "http:" && !["localhost", "127.0.0.1"].includes(hostname))
      ctx.addIssue({ code: "custom", path: ["BANK_URL"], message: "must be https" });
  })
  .superRefine((env, ctx) => {
    if (!env.EDI_URL) return;
    for (const name of ["EDI_USER", "EDI_PASSWORD", "EDI_GLN", "EDI_SIGN_KEY"] as const)
      if (!env[name]) ctx.addIssue({ code: "custom", path: [name], message: "is required with EDI_URL" });
    // Basic authentication is the password itself: it leaves this machine only encrypted.
    const { protocol, hostname } = new URL(env.EDI_URL);
    if (protocol === "http:" && !["localhost", "127.0.0.1"].includes(hostname))
      ctx.addIssue({ code: "custom", path: ["EDI_URL"], message: "must be https" });
  });

export type Env = z.output<typeof schema>;

/** Reads settings from `source`; throws one error that names every wrong variable and shows no value of any. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${reason(issue)}`);
  throw new Error(`Settings are wrong (see .env.example):\n${wrong.join("\n")}`);
}

const reason = (issue: z.core.$ZodIssue) =>
  issue.code === "invalid_type" && issue.input === undefined ? "is not set" : issue.message;

let known: Env | undefined;

/** The process's settings, read at the first use: a build needs none. */
export function env(): Env {
  known ??= parseEnv(process.env);
  return known;
}
