CREATE TABLE "draft_comments" (
	"id" uuid PRIMARY KEY,
	"draft_id" uuid NOT NULL,
	"clause" text,
	"text" text NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text
);
--> statement-breakpoint
CREATE TABLE "edition_drafts" (
	"id" uuid PRIMARY KEY,
	"document_id" uuid NOT NULL,
	"language" text NOT NULL,
	"stage" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"subtitle" text,
	"source_url" text,
	"order_number" text,
	"order_date" date,
	"clauses" jsonb NOT NULL,
	"bindings" jsonb,
	"seller" jsonb,
	"prices" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"checked_by" text,
	"checked_at" timestamp with time zone,
	"excuses" jsonb NOT NULL,
	"released_by" text,
	"released_at" timestamp with time zone,
	"publish_on" date,
	"in_force_from" date,
	"withdrawn_reason" text,
	"edition_id" uuid,
	CONSTRAINT "edition_drafts_stage_known" CHECK ("stage" in ('draft', 'submitted', 'checked', 'released', 'published', 'withdrawn')),
	CONSTRAINT "edition_drafts_language_known" CHECK ("language" in ('ru', 'be', 'en', 'kk')),
	CONSTRAINT "edition_drafts_four_eyes" CHECK ("released_by" is null or ("checked_by" is not null and "released_by" <> "checked_by")),
	CONSTRAINT "edition_drafts_released" CHECK (("stage" in ('released', 'published')) = ("released_by" is not null) and ("released_by" is null) = ("publish_on" is null)
        and ("publish_on" is null) = ("in_force_from" is null) and ("in_force_from" is null or "in_force_from" >= "publish_on")),
	CONSTRAINT "edition_drafts_published" CHECK (("stage" = 'published') = ("edition_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "edition_refusals" (
	"edition_id" uuid,
	"contract_id" uuid,
	"party_id" uuid NOT NULL,
	"refused_on" date NOT NULL,
	"refused_at" timestamp with time zone NOT NULL,
	"reason" text,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"answer" text,
	CONSTRAINT "edition_refusals_pkey" PRIMARY KEY("edition_id","contract_id")
);
--> statement-breakpoint
CREATE TABLE "snapshot_checks" (
	"id" uuid PRIMARY KEY,
	"document_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"outcome" text NOT NULL,
	"draft_id" uuid,
	"checked_at" timestamp with time zone NOT NULL,
	"checked_by" text NOT NULL,
	CONSTRAINT "snapshot_checks_outcome_known" CHECK ("outcome" in ('same', 'changed'))
);
--> statement-breakpoint
CREATE INDEX "draft_comments_draft" ON "draft_comments" ("draft_id","written_at");--> statement-breakpoint
CREATE INDEX "edition_drafts_stage" ON "edition_drafts" ("stage","publish_on");--> statement-breakpoint
CREATE INDEX "edition_refusals_contract" ON "edition_refusals" ("contract_id");--> statement-breakpoint
CREATE INDEX "snapshot_checks_document" ON "snapshot_checks" ("document_id","checked_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_draft_id_edition_drafts_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "edition_drafts"("id");--> statement-breakpoint
ALTER TABLE "edition_drafts" ADD CONSTRAINT "edition_drafts_document_id_documents_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id");--> statement-breakpoint
ALTER TABLE "edition_drafts" ADD CONSTRAINT "edition_drafts_edition_id_editions_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "edition_refusals" ADD CONSTRAINT "edition_refusals_edition_id_editions_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "edition_refusals" ADD CONSTRAINT "edition_refusals_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");--> statement-breakpoint
ALTER TABLE "snapshot_checks" ADD CONSTRAINT "snapshot_checks_document_id_documents_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id");--> statement-breakpoint
ALTER TABLE "snapshot_checks" ADD CONSTRAINT "snapshot_checks_edition_id_editions_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "snapshot_checks" ADD CONSTRAINT "snapshot_checks_draft_id_edition_drafts_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "edition_drafts"("id");