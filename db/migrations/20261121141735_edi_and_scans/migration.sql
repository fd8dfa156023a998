CREATE TABLE "edi_arrivals" (
	"id" uuid PRIMARY KEY,
	"external_id" text NOT NULL UNIQUE,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"processed_at" text,
	"received_at" timestamp with time zone NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"document_id" text,
	"contract_id" uuid,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"note" text,
	CONSTRAINT "edi_arrivals_kind_known" CHECK ("kind" in ('read', 'signed', 'refused', 'other')),
	CONSTRAINT "edi_arrivals_outcome_known" CHECK ("outcome" in ('taken', 'waiting', 'settled')),
	CONSTRAINT "edi_arrivals_settled_whole" CHECK (("outcome" = 'settled') = ("settled_at" is not null and "settled_by" is not null and coalesce(length("note"), 0) >= 10)),
	CONSTRAINT "edi_arrivals_waiting_has_code" CHECK (("outcome" = 'taken') = ("code" is null))
);
--> statement-breakpoint
CREATE TABLE "edi_documents" (
	"id" uuid PRIMARY KEY,
	"act_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"document_id" text NOT NULL UNIQUE,
	"sender_gln" text NOT NULL,
	"receiver_gln" text NOT NULL,
	"state" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"ordered_by" text NOT NULL,
	"file_id" uuid,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "edi_documents_state_known" CHECK ("state" in ('queued', 'sent', 'failed')),
	CONSTRAINT "edi_documents_sent_whole" CHECK (("state" = 'sent') = ("sent_at" is not null)),
	CONSTRAINT "edi_documents_failed_whole" CHECK (("state" = 'failed') = ("failed_at" is not null and "failure" is not null))
);
--> statement-breakpoint
CREATE TABLE "scan_files" (
	"stack_id" uuid,
	"position" integer,
	"file_id" uuid NOT NULL UNIQUE,
	CONSTRAINT "scan_files_pkey" PRIMARY KEY("stack_id","position")
);
--> statement-breakpoint
CREATE TABLE "scan_pages" (
	"stack_id" uuid,
	"position" integer,
	"file_position" integer NOT NULL,
	"file_page" integer NOT NULL,
	"read_at" timestamp with time zone,
	"number" text,
	"page" integer,
	"of" integer,
	"act_id" uuid,
	"trouble" text,
	"code" text,
	"picture_id" uuid,
	"filed_file_id" uuid,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"note" text,
	CONSTRAINT "scan_pages_pkey" PRIMARY KEY("stack_id","position"),
	CONSTRAINT "scan_pages_settled_whole" CHECK (("settled_at" is null) = ("settled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "scan_stacks" (
	"id" uuid PRIMARY KEY,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"signed_on" date NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"pages" integer,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"code" text,
	CONSTRAINT "scan_stacks_state_known" CHECK ("state" in ('reading', 'ready', 'filing', 'filed', 'cancelled', 'broken')),
	CONSTRAINT "scan_stacks_broken_has_code" CHECK (("state" = 'broken') = ("code" is not null))
);
--> statement-breakpoint
ALTER TABLE "acts" ADD COLUMN "signer" text;--> statement-breakpoint
CREATE INDEX "edi_arrivals_waiting" ON "edi_arrivals" ("received_at","id") WHERE "outcome" = 'waiting';--> statement-breakpoint
CREATE INDEX "edi_arrivals_contract" ON "edi_arrivals" ("contract_id");--> statement-breakpoint
CREATE INDEX "edi_arrivals_received" ON "edi_arrivals" ("received_at" DESC,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "edi_documents_one_open" ON "edi_documents" ("act_id") WHERE "state" <> 'failed';--> statement-breakpoint
CREATE INDEX "edi_documents_queue" ON "edi_documents" ("ordered_at","id") WHERE "state" <> 'sent';--> statement-breakpoint
CREATE INDEX "scan_pages_waiting" ON "scan_pages" ("stack_id","position") WHERE "trouble" is not null and "settled_at" is null;--> statement-breakpoint
CREATE INDEX "scan_pages_act" ON "scan_pages" ("act_id");--> statement-breakpoint
CREATE INDEX "scan_stacks_work" ON "scan_stacks" ("uploaded_at") WHERE "state" in ('reading', 'filing');--> statement-breakpoint
CREATE INDEX "scan_stacks_uploaded" ON "scan_stacks" ("uploaded_at" DESC,"id");--> statement-breakpoint
ALTER TABLE "edi_documents" ADD CONSTRAINT "edi_documents_act_id_acts_id_fkey" FOREIGN KEY ("act_id") REFERENCES "acts"("id");--> statement-breakpoint
ALTER TABLE "scan_files" ADD CONSTRAINT "scan_files_stack_id_scan_stacks_id_fkey" FOREIGN KEY ("stack_id") REFERENCES "scan_stacks"("id");--> statement-breakpoint
ALTER TABLE "scan_files" ADD CONSTRAINT "scan_files_file_id_files_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id");--> statement-breakpoint
ALTER TABLE "scan_pages" ADD CONSTRAINT "scan_pages_stack_id_scan_stacks_id_fkey" FOREIGN KEY ("stack_id") REFERENCES "scan_stacks"("id");--> statement-breakpoint
ALTER TABLE "scan_pages" ADD CONSTRAINT "scan_pages_act_id_acts_id_fkey" FOREIGN KEY ("act_id") REFERENCES "acts"("id");