CREATE TABLE "month_pack_days" (
	"id" uuid PRIMARY KEY,
	"party_id" uuid NOT NULL,
	"working_day" smallint,
	"chosen_at" timestamp with time zone NOT NULL,
	"chosen_by" text NOT NULL,
	CONSTRAINT "month_pack_days_one_of_ten" CHECK ("working_day" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "reconciliation_moves" (
	"id" uuid PRIMARY KEY,
	"party_id" uuid NOT NULL,
	"reconciliation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"side" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"data" jsonb NOT NULL,
	"file_id" uuid,
	CONSTRAINT "reconciliation_moves_seq" UNIQUE("reconciliation_id","seq"),
	CONSTRAINT "reconciliation_moves_move_known" CHECK ("move" in ('confirm', 'dispute', 'answer', 'keep-copy', 'replace')),
	CONSTRAINT "reconciliation_moves_side_known" CHECK ("side" in ('customer', 'seller')),
	CONSTRAINT "reconciliation_moves_seq_counted" CHECK ("seq" > 0),
	CONSTRAINT "reconciliation_moves_copy" CHECK ("move" <> 'keep-copy' or "file_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "reconciliations" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_whose" UNIQUE("id","party_id");--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_replaced_once" UNIQUE("replaces_id");--> statement-breakpoint
CREATE INDEX "month_pack_days_party" ON "month_pack_days" ("party_id","chosen_at" DESC,"id");--> statement-breakpoint
CREATE INDEX "reconciliation_moves_party" ON "reconciliation_moves" ("party_id");--> statement-breakpoint
ALTER TABLE "month_pack_days" ADD CONSTRAINT "month_pack_days_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "reconciliation_moves" ADD CONSTRAINT "reconciliation_moves_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "reconciliation_moves" ADD CONSTRAINT "reconciliation_moves_file_id_files_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id");--> statement-breakpoint
ALTER TABLE "reconciliation_moves" ADD CONSTRAINT "reconciliation_moves_whose" FOREIGN KEY ("reconciliation_id","party_id") REFERENCES "reconciliations"("id","party_id");--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_replaces_id_reconciliations_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "reconciliations"("id");