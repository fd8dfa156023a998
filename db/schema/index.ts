export * from "./auth.ts";
export * from "./contracts.ts";
export * from "./documents.ts";
export * from "./evidence.ts";
export * from "./money.ts";
export * from "./parties.ts";
export * from "./subscriptions.ts";
export * from "./system.ts";
