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

  test("absent variables are called absent", () => {
    expect(() => parseEnv({})).toThrow(/APP_DATABASE_URL is not set[\s\S]*AUTH_SECRET is not set/);
  });
});
