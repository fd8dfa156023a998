import { describe, expect, test } from "vitest";

import { parseEnv } from "./env.ts";

const least = {
  APP_DATABASE_URL: "postgres://market_app:hidden-password@db/market",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  APP_MODE: "demo",
};

describe("settings", () => {
  test("defaults", () => {
    const env = parseEnv(least);
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: "localhost",
      PUBLIC_ORIGIN: "http://localhost:3000",
      MAIL_FROM: "no-reply@localhost",
    });
  });

  test("the origin follows PORT, and loses a trailing slash or path", () => {
    expect(parseEnv({ ...least, PORT: "4100" }).PUBLIC_ORIGIN).toBe("http://localhost:4100");
    expect(parseEnv({ ...least, PUBLIC_ORIGIN: "https://market.example.by/" }).PUBLIC_ORIGIN).toBe(
      "https://market.example.by",
    );
  });

  test("an empty variable is an absent one", () => {
    expect(parseEnv({ ...least, PORT: "", SMTP_URL: "", HOST: "" }).PORT).toBe(3000);
  });

  test("production is the default and needs a mail server", () => {
    const { APP_MODE: _, ...production } = least;
    expect(() => parseEnv(production)).toThrow("SMTP_URL is required in production");
    expect(parseEnv({ ...production, SMTP_URL: "smtp://mail.example.by:587" }).APP_MODE).toBe("production");
  });

  test("every wrong variable is named, and no value is shown", () => {
    let message = "";
    try {
      parseEnv({ APP_DATABASE_URL: "mysql://root:hidden-password@db", AUTH_SECRET: "hidden-secret", PORT: "http" });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("APP_DATABASE_URL must look like");
    expect(message).toContain("AUTH_SECRET must have at least 32");
    expect(message).toContain("PORT");
    expect(message).not.toContain("hidden");
  });

  test("a line to ЭДиН is whole or absent, and its password goes over https only", () => {
    const edi = { EDI_URL: "https://api.edn.by", EDI_USER: "u", EDI_PASSWORD: "hidden", EDI_SIGN_KEY: "k" };
    expect(() => parseEnv({ ...least, ...edi })).toThrow("EDI_GLN is required with EDI_URL");
    expect(() => parseEnv({ ...least, ...edi, EDI_GLN: "4819001510008" })).toThrow("EDI_GLN must be 13 digits");
    expect(parseEnv({ ...least, ...edi, EDI_GLN: "4819001510007" }).EDI_GLN).toBe("4819001510007");
    expect(() => parseEnv({ ...least, ...edi, EDI_GLN: "4819001510007", EDI_URL: "http://api.edn.by" })).toThrow(
      "EDI_URL must be https",
    );
    expect(parseEnv({ ...least, EDI_USER: "u" }).EDI_URL).toBeUndefined();
  });

  test("a line to the bank is whole or absent, and its tokens go over https only", () => {
    const bank = { BANK_URL: "https://bank.example.by:8273", BANK_CLIENT_ID: "c", BANK_CLIENT_SECRET: "hidden" };
    expect(parseEnv({ ...least, ...bank }).BANK_URL).toBe("https://bank.example.by:8273");
    expect(() => parseEnv({ ...least, ...bank, BANK_CLIENT_SECRET: "" })).toThrow("BANK_CLIENT_SECRET is required");
    expect(() => parseEnv({ ...least, ...bank, BANK_URL: "http://bank.example.by" })).toThrow("BANK_URL must be https");
    expect(parseEnv({ ...least, BANK_CLIENT_ID: "c" }).BANK_URL).toBeUndefined();
  });

  test("absent variables are called absent", () => {
    expect(() => parseEnv({})).toThrow(/APP_DATABASE_URL is not set[\s\S]*AUTH_SECRET is not set/);
  });
});
