import type { CustomerRole } from "#/lib/access/actor.ts";
import type { PartyKind } from "#/lib/requisites/requisites.ts";

/**
 * Everything that an erasure touches, by table: columns are blanked, whole rows deleted, memberships ended. The database's order
 * and the preview both follow this list.
 */
export const ERASED = {
  account: { table: "users", columns: ["name", "email", "password_hash"], does: "blank" },
  sessions: { table: "sessions", columns: [], does: "delete" },
  links: { table: "one_time_links", columns: [], does: "delete" },
  secondFactor: { table: "second_factors", columns: [], does: "delete" },
  recoveryCodes: { table: "recovery_codes", columns: [], does: "delete" },
  memberships: { table: "members", columns: ["removed_at"], does: "end" },
  feeds: { table: "calendar_feeds", columns: [], does: "delete" },
  notices: { table: "notices", columns: [], does: "delete" },
  noticeChoices: { table: "notice_choices", columns: [], does: "delete" },
  noticeHours: { table: "notice_hours", columns: [], does: "delete" },
  unsentMails: { table: "mails", columns: [], does: "delete" },
  mailAddresses: { table: "mails", columns: ["to_address", "server_reply", "bounce_text"], does: "blank" },
  mailTexts: { table: "mails", columns: ["text", "html"], does: "blank" },
  followUps: { table: "outbox", columns: [], does: "delete" },
  answers: { table: "idempotency", columns: [], does: "delete" },
  limits: { table: "rate_limits", columns: [], does: "delete" },
  log: { table: "evidence", columns: ["actor_name", "address", "browser", "salt"], does: "blank" },
  houseMails: { table: "mails", columns: ["text", "html"], does: "blank" },
  card: { table: "parties", columns: ["name", "unp", "iban"], does: "blank" },
  requisites: { table: "requisites_versions", columns: ["requisites"], does: "blank" },
} as const satisfies Record<string, { table: string; columns: readonly string[]; does: "blank" | "delete" | "end" }>;

export type ErasedKind = keyof typeof ERASED;
export const ERASED_KINDS = Object.keys(ERASED) as ErasedKind[];

/** What is kept although it was asked for: each has its ground and its term (art. 13 p. 3, art. 6 of 99-З). */
export const KEPT_KINDS = ["invoices", "acts", "payments", "contracts", "log", "cards", "running", "request"] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** A party that the person is a live member of. */
export type HeldParty = {
  id: string;
  kind: PartyKind;
  name: string;
  role: CustomerRole;
  /** Live owners, the person among them or not. */
  owners: number;
  /** The other live members: whom ownership may go to. */
  others: { memberId: string; userId: string; name: string; role: CustomerRole }[];
  contracts: number;
  /** Orders, contracts and acts that are not over, open money questions and money that lies unallocated. */
  running: number;
  invoices: number;
  acts: number;
  payments: number;
  /** Versions of its requisites, and letters to the house that name it. */
  requisites: number;
  houseMails: number;
};

/** What an erased card takes along; the rest is the person's own. */
export type CardKind = "card" | "requisites" | "houseMails";

export type Holdings = {
  userId: string;
  counts: Record<Exclude<ErasedKind, CardKind>, number>;
  parties: HeldParty[];
};
