/** Settings of a test's own house; read once per test file, so this is called before the first `env()`. */
export function testEnv(appUrl: string): Record<string, string> {
  const settings = {
    APP_MODE: "test",
    APP_DATABASE_URL: appUrl,
    AUTH_SECRET: "a secret for tests only, forty characters long",
    PUBLIC_ORIGIN: "https://shop.example",
    SMTP_URL: "",
    LOG_LEVEL: "silent",
  };
  Object.assign(process.env, settings);
  return settings;
}
