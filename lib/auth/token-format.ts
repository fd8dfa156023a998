/** What `newToken` makes; in a file of its own, because forms read the schemas in browsers, where there is no node:crypto. */
export const isToken = (value: unknown): value is string =>
  typeof value === "string" && /^[A-Za-z0-9_-]{43}$/.test(value);
