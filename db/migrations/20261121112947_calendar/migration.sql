CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY,
	"token_hash" text NOT NULL UNIQUE,
	"user_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_transfers" (
	"id" uuid PRIMARY KEY,
	"off" date NOT NULL,
	"worked" date NOT NULL,
	"resolution" text NOT NULL,
	"source" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text,
	"withdraw_reason" text,
	CONSTRAINT "calendar_transfers_source_known" CHECK ("source" in ('government', 'seller')),
	CONSTRAINT "calendar_transfers_two_days" CHECK ("off" <> "worked"),
	CONSTRAINT "calendar_transfers_withdrawn_whole" CHECK (("withdrawn_at" is null) = ("withdrawn_by" is null) and ("withdrawn_at" is null) = ("withdraw_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY,
	"resolution" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_by" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_live" ON "calendar_feeds" ("user_id","party_id") WHERE "revoked_at" is null;--> statement-breakpoint
CREATE INDEX "calendar_feeds_party" ON "calendar_feeds" ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_transfers_off" ON "calendar_transfers" ("off") WHERE "withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_transfers_worked" ON "calendar_transfers" ("worked") WHERE "withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");