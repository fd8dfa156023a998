CREATE TABLE "book_exports" (
	"id" uuid PRIMARY KEY,
	"format" text NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"records" integer NOT NULL,
	"sha256" text NOT NULL,
	"exported_at" timestamp with time zone NOT NULL,
	"exported_by" text NOT NULL,
	CONSTRAINT "book_exports_period" CHECK ("to" >= "from")
);
--> statement-breakpoint
CREATE TABLE "book_proofs" (
	"id" uuid PRIMARY KEY,
	"day" date NOT NULL,
	"proven_at" timestamp with time zone NOT NULL,
	"proven_by" text NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "book_exports_at" ON "book_exports" ("exported_at" DESC);--> statement-breakpoint
CREATE INDEX "book_proofs_proven" ON "book_proofs" ("proven_at" DESC);--> statement-breakpoint
CREATE INDEX "ledger_entries_debit" ON "ledger_entries" ("debit","day","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_credit" ON "ledger_entries" ("credit","day","id");