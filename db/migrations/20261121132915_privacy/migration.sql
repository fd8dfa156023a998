CREATE TABLE "erasures" (
	"request_id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL UNIQUE,
	"parties" uuid[] NOT NULL,
	"erased_on" date NOT NULL,
	"erased_by" text NOT NULL,
	"xid" xid8 DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_on" date,
	"closed_by" text,
	"reason" text,
	CONSTRAINT "privacy_requests_state_known" CHECK ("state" in ('open', 'withdrawn', 'refused', 'done')),
	CONSTRAINT "privacy_requests_closed_whole" CHECK (("state" = 'open') = ("closed_at" is null) and ("state" = 'open') = ("closed_on" is null)
        and ("state" = 'open') = ("closed_by" is null)),
	CONSTRAINT "privacy_requests_refused_has_reason" CHECK (("state" = 'refused') = (coalesce(length("reason"), 0) >= 10)),
	CONSTRAINT "privacy_requests_due_after" CHECK ("due_on" > "asked_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "privacy_requests_one_open" ON "privacy_requests" ("user_id") WHERE "state" = 'open';--> statement-breakpoint
CREATE INDEX "privacy_requests_due" ON "privacy_requests" ("due_on","id") WHERE "state" = 'open';--> statement-breakpoint
CREATE INDEX "privacy_requests_closed" ON "privacy_requests" ("closed_at" DESC,"id");--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_request_id_privacy_requests_id_fkey" FOREIGN KEY ("request_id") REFERENCES "privacy_requests"("id");--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "privacy_requests" ADD CONSTRAINT "privacy_requests_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");