import { sql } from "drizzle-orm";
import { index, integer, snakeCase, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

const at = () => timestamp({ withTimezone: true, mode: "date" });

export const users = snakeCase.table(
  "users",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    emailConfirmedAt: at(),
    locale: text().notNull().default("ru"),
    staffRole: text(),
    disabledAt: at(),
    createdAt: at().notNull(),
  },
  (t) => [uniqueIndex("users_email").on(sql`lower(${t.email})`)],
);

/** Revocable sessions; the cookie carries a token whose SHA-256 is here. */
export const sessions = snakeCase.table(
  "sessions",
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    partyId: uuid(),
    createdAt: at().notNull(),
    lastSeenAt: at().notNull(),
    expiresAt: at().notNull(),
    revokedAt: at(),
    secondFactorAt: at(),
    address: text(),
    browser: text(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** E-mail confirmation, password reset, invitation: one use, hashed, short-lived. */
export const oneTimeLinks = snakeCase.table("one_time_links", {
  id: uuid().primaryKey(),
  tokenHash: text().notNull().unique(),
  purpose: text().notNull(),
  userId: uuid().references(() => users.id),
  payload: text(),
  createdAt: at().notNull(),
  expiresAt: at().notNull(),
  usedAt: at(),
});

export const secondFactors = snakeCase.table("second_factors", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  /** TOTP secret, AES-256-GCM under a key derived from AUTH_SECRET. */
  secret: text().notNull(),
  confirmedAt: at(),
  /** The last accepted 30-second step: a code is good once. */
  lastStep: integer(),
});

export const recoveryCodes = snakeCase.table("recovery_codes", {
  id: uuid().primaryKey(),
  userId: uuid()
    .notNull()
    .references(() => users.id),
  codeHash: text().notNull(),
  usedAt: at(),
});

/** Sign-in, reset and code limits per address and account. */
export const rateLimits = snakeCase.table("rate_limits", {
  key: text().primaryKey(),
  count: integer().notNull(),
  resetsAt: at().notNull(),
});

export const members = snakeCase.table(
  "members",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    partyId: uuid().notNull(),
    role: text().notNull(),
    createdAt: at().notNull(),
    removedAt: at(),
  },
  (t) => [
    uniqueIndex("members_live").on(t.userId, t.partyId).where(sql`${t.removedAt} is null`),
    index("members_party").on(t.partyId),
  ],
);
