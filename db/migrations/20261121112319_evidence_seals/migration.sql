CREATE TABLE "evidence_seals" (
	"seq" integer PRIMARY KEY,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"entries" integer NOT NULL,
	"first_id" bigint NOT NULL,
	"last_id" bigint NOT NULL,
	"merkle" text NOT NULL,
	"prev_root" text NOT NULL,
	"root" text NOT NULL UNIQUE,
	"sealed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "salt" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "actor_name_hash" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "address_hash" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "browser_hash" text;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_seals_day" ON "evidence_seals" ("day") WHERE "kind" = 'day';