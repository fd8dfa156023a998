CREATE TABLE "notice_choices" (
	"user_id" uuid,
	"party_id" uuid,
	"kind" text,
	"channel" text,
	"chosen" boolean NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_choices_pkey" PRIMARY KEY("user_id","party_id","kind","channel"),
	CONSTRAINT "notice_choices_channel_known" CHECK ("channel" in ('cabinet', 'mail'))
);
--> statement-breakpoint
CREATE TABLE "notice_hours" (
	"user_id" uuid,
	"party_id" uuid,
	"from_minute" smallint,
	"to_minute" smallint,
	"days_off" boolean NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_hours_pkey" PRIMARY KEY("user_id","party_id"),
	CONSTRAINT "notice_hours_whole" CHECK (("from_minute" is null) = ("to_minute" is null)),
	CONSTRAINT "notice_hours_within_day" CHECK ("from_minute" between 0 and 1439 and "to_minute" between 0 and 1439 and "from_minute" <> "to_minute")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"contract_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"path" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_path_own" CHECK ("path" like '/%' and "path" not like '//%')
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "quiet_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "server_reply" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "bounce_status" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "bounce_text" text;--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "legal_notices";--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" ("user_id","party_id","created_at" DESC,"id") WHERE "read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_read" ON "notices" ("user_id","party_id","created_at" DESC,"id") WHERE "read_at" is not null;--> statement-breakpoint
CREATE INDEX "notices_contract" ON "notices" ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message_id" ON "mails" ("message_id");--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "notice_hours" ADD CONSTRAINT "notice_hours_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notice_hours" ADD CONSTRAINT "notice_hours_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");