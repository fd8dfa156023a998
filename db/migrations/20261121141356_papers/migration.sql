CREATE TABLE "reconciliations" (
	"id" uuid PRIMARY KEY,
	"party_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL UNIQUE,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" text NOT NULL,
	"frozen" jsonb NOT NULL,
	CONSTRAINT "reconciliations_sequence" UNIQUE("year","sequence")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "paper_code" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "paper_facts" jsonb;--> statement-breakpoint
CREATE INDEX "reconciliations_party" ON "reconciliations" ("party_id","issued_at" DESC,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_paper_code" ON "files" ("paper_code") WHERE "paper_code" is not null;--> statement-breakpoint
CREATE INDEX "files_paper_sha256" ON "files" ("sha256") WHERE "document_id" is not null;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");