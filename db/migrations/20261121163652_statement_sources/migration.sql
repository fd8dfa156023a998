CREATE TABLE "bank_fetches" (
	"id" uuid PRIMARY KEY,
	"bank" text NOT NULL,
	"account" text NOT NULL,
	"day_from" date NOT NULL,
	"day_to" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"params" jsonb,
	"lines" integer NOT NULL,
	"new_lines" integer NOT NULL,
	"statement_id" uuid,
	CONSTRAINT "bank_fetches_outcome_known" CHECK ("outcome" in ('taken', 'nothing', 'failed')),
	CONSTRAINT "bank_fetches_failed_has_code" CHECK (("outcome" = 'failed') = ("code" is not null)),
	CONSTRAINT "bank_fetches_taken_has_statement" CHECK (("outcome" = 'taken') = ("statement_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "bank_links" (
	"bank" text PRIMARY KEY,
	"asked_state" text,
	"asked_at" timestamp with time zone,
	"asked_by" text,
	"access" text,
	"access_until" timestamp with time zone,
	"refresh" text,
	"refresh_until" timestamp with time zone,
	"connected_at" timestamp with time zone,
	"connected_by" text,
	"broken_code" text,
	"broken_at" timestamp with time zone,
	"fetch_asked_at" timestamp with time zone,
	CONSTRAINT "bank_links_known" CHECK ("bank" in ('alfa')),
	CONSTRAINT "bank_links_asked_whole" CHECK (("asked_state" is null) = ("asked_at" is null)),
	CONSTRAINT "bank_links_broken_whole" CHECK (("broken_code" is null) = ("broken_at" is null)),
	CONSTRAINT "bank_links_sealed" CHECK (coalesce("access", 'v1.') like 'v1.%' and coalesce("refresh", 'v1.') like 'v1.%')
);
--> statement-breakpoint
CREATE TABLE "statement_profiles" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"account" text NOT NULL,
	"fingerprint" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text,
	CONSTRAINT "statement_profiles_name_long" CHECK (length("name") between 1 and 80),
	CONSTRAINT "statement_profiles_removed_whole" CHECK (("removed_at" is null) = ("removed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "statement_readings" (
	"file_id" uuid PRIMARY KEY,
	"profile_id" uuid NOT NULL,
	"opening" bigint,
	"closing" bigint,
	"said_at" timestamp with time zone NOT NULL,
	"said_by" text NOT NULL,
	CONSTRAINT "statement_readings_both" CHECK (("opening" is null) = ("closing" is null))
);
--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "balances" text DEFAULT 'stated' NOT NULL;--> statement-breakpoint
CREATE INDEX "bank_fetches_latest" ON "bank_fetches" ("bank","at" DESC);--> statement-breakpoint
CREATE UNIQUE INDEX "statement_profiles_name" ON "statement_profiles" ("name") WHERE "removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "statement_profiles_shape" ON "statement_profiles" ("fingerprint","account") WHERE "removed_at" is null;--> statement-breakpoint
ALTER TABLE "bank_fetches" ADD CONSTRAINT "bank_fetches_statement_id_statements_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id");--> statement-breakpoint
ALTER TABLE "statement_readings" ADD CONSTRAINT "statement_readings_profile_id_statement_profiles_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "statement_profiles"("id");--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_balances_known" CHECK ("balances" in ('stated', 'carried', 'unknown'));