CREATE TABLE "discretion_requests" (
	"id" uuid PRIMARY KEY,
	"payment_id" uuid NOT NULL,
	"parts" jsonb NOT NULL,
	"amount" bigint NOT NULL,
	"above" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"settled_reason" text,
	CONSTRAINT "discretion_requests_state_known" CHECK ("state" in ('waiting', 'confirmed', 'rejected', 'withdrawn')),
	CONSTRAINT "discretion_requests_whole" CHECK ("amount" > 0 and "above" >= 0 and length("reason") >= 10 and jsonb_array_length("parts") > 0),
	CONSTRAINT "discretion_requests_settled_whole" CHECK (("state" = 'waiting') = ("settled_at" is null) and ("state" = 'waiting') = ("settled_by" is null)
        and ("state" <> 'rejected' or length(coalesce("settled_reason", '')) >= 10)),
	CONSTRAINT "discretion_requests_second_person" CHECK ("state" not in ('confirmed', 'rejected') or "settled_by" <> "asked_by"),
	CONSTRAINT "discretion_requests_withdrawn_by_own" CHECK ("state" <> 'withdrawn' or "settled_by" = "asked_by")
);
--> statement-breakpoint
CREATE TABLE "payment_declines" (
	"id" uuid PRIMARY KEY,
	"payment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declined_at" timestamp with time zone NOT NULL,
	"declined_by" text NOT NULL,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" text,
	CONSTRAINT "payment_declines_has_reason" CHECK (length("reason") >= 10),
	CONSTRAINT "payment_declines_taken_back_whole" CHECK (("taken_back_at" is null) = ("taken_back_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "discretion_requests_one_waiting" ON "discretion_requests" ("payment_id") WHERE "state" = 'waiting';--> statement-breakpoint
CREATE INDEX "discretion_requests_payment" ON "discretion_requests" ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_declines_one_open" ON "payment_declines" ("payment_id","invoice_id") WHERE "taken_back_at" is null;--> statement-breakpoint
CREATE INDEX "payment_declines_payment" ON "payment_declines" ("payment_id");--> statement-breakpoint
ALTER TABLE "discretion_requests" ADD CONSTRAINT "discretion_requests_payment_id_payments_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id");--> statement-breakpoint
ALTER TABLE "payment_declines" ADD CONSTRAINT "payment_declines_payment_id_payments_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id");