CREATE TABLE "payment_returns" (
	"id" uuid PRIMARY KEY,
	"payment_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" text NOT NULL,
	"kept_at" timestamp with time zone,
	"kept_by" text,
	"kept_reason" text
);
--> statement-breakpoint
ALTER TABLE "contract_lines" ADD COLUMN "activated_on" date;--> statement-breakpoint
CREATE INDEX "evidence_on_behalf" ON "evidence" ("contract_id","seq") WHERE "on_behalf_of" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_returns_one_open" ON "payment_returns" ("payment_id") WHERE "state" = 'to-return';--> statement-breakpoint
CREATE INDEX "payment_returns_contract" ON "payment_returns" ("contract_id");--> statement-breakpoint
CREATE INDEX "payment_returns_party" ON "payment_returns" ("party_id");--> statement-breakpoint
ALTER TABLE "payment_returns" ADD CONSTRAINT "payment_returns_payment_id_payments_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id");