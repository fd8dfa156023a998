CREATE TABLE "closed_months" (
	"month" date PRIMARY KEY,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "closed_months_first_day" CHECK (extract(day from "month") = 1)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY,
	"source" text NOT NULL,
	"source_id" uuid NOT NULL,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount" bigint NOT NULL,
	"day" date NOT NULL,
	"fact_day" date NOT NULL,
	"party_id" uuid,
	"contract_id" uuid,
	"posted_at" timestamp with time zone NOT NULL,
	"posted_by" text NOT NULL,
	CONSTRAINT "ledger_entries_once" UNIQUE("source","source_id","debit","credit"),
	CONSTRAINT "ledger_entries_sum" CHECK ("amount" > 0 and "debit" <> "credit"),
	CONSTRAINT "ledger_entries_day_not_before_fact" CHECK ("day" >= "fact_day"),
	CONSTRAINT "ledger_entries_source_known" CHECK ("source" in ('payment', 'allocation', 'act', 'settlement', 'refund', 'refund-paid', 'correction')),
	CONSTRAINT "ledger_entries_accounts_known" CHECK (array["debit", "credit"] <@ array['bank', 'unallocated', 'advances', 'receivable', 'revenue', 'vat', 'refunds', 'other'])
);
--> statement-breakpoint
CREATE INDEX "ledger_entries_day" ON "ledger_entries" ("day","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_party" ON "ledger_entries" ("party_id","day");--> statement-breakpoint
CREATE INDEX "ledger_entries_contract" ON "ledger_entries" ("contract_id");