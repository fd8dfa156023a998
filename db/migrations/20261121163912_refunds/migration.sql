CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY,
	"payment_id" uuid NOT NULL,
	"contract_id" uuid,
	"invoice_id" uuid,
	"party_id" uuid,
	"ground" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"account" jsonb,
	"state" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision" text,
	"prepared_at" timestamp with time zone,
	"prepared_by" text,
	"year" integer,
	"sequence" integer,
	"number" text UNIQUE,
	"payment_order" jsonb,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"paid_at" timestamp with time zone,
	"paid_by" text,
	"paid_line_id" uuid UNIQUE,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	CONSTRAINT "refunds_series" UNIQUE("year","sequence")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_open" ON "refunds" ("payment_id") WHERE "state" in ('requested', 'granted', 'prepared', 'approved');--> statement-breakpoint
CREATE INDEX "refunds_queue" ON "refunds" ("state","requested_at","id");--> statement-breakpoint
CREATE INDEX "refunds_contract" ON "refunds" ("contract_id");--> statement-breakpoint
CREATE INDEX "refunds_party" ON "refunds" ("party_id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_paid_line_id_payments_id_fkey" FOREIGN KEY ("paid_line_id") REFERENCES "payments"("id");