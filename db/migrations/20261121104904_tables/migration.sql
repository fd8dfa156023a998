CREATE TABLE "members" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"legal_notices" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY,
	"token_hash" text NOT NULL UNIQUE,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"payload" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"user_id" uuid PRIMARY KEY,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY,
	"token_hash" text NOT NULL UNIQUE,
	"user_id" uuid NOT NULL,
	"party_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"second_factor_at" timestamp with time zone,
	"address" text,
	"browser" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"email_confirmed_at" timestamp with time zone,
	"locale" text DEFAULT 'ru' NOT NULL,
	"staff_role" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"id" uuid PRIMARY KEY,
	"contract_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL UNIQUE,
	"status" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_on" date NOT NULL,
	"channel" text NOT NULL,
	"frozen" jsonb NOT NULL,
	"sent_on" date,
	"edi_document_id" text,
	"tracking_number" text,
	"received_on" date,
	"answer_due_on" date,
	"deemed_due_on" date,
	"signed_on" date,
	"signed_file_id" uuid,
	"refused_on" date,
	"refusal_reason" text,
	"refusal_file_id" uuid,
	"deemed_on" date,
	"late_signed_on" date,
	"replaces_id" uuid,
	"correction_reason" text,
	CONSTRAINT "acts_sequence" UNIQUE("year","sequence")
);
--> statement-breakpoint
CREATE TABLE "contract_lines" (
	"id" uuid PRIMARY KEY,
	"contract_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product" text NOT NULL,
	"portal" text NOT NULL,
	"months" integer NOT NULL,
	"amount" bigint NOT NULL,
	"continues_from" date,
	"active_from" date,
	"active_to" date,
	"activated_at" timestamp with time zone,
	"activated_by" text,
	"evidence_file_id" uuid,
	CONSTRAINT "contract_lines_position" UNIQUE("contract_id","position")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY,
	"party_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"stage" text NOT NULL,
	"act" text DEFAULT 'none' NOT NULL,
	"total" bigint NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"placed_by" text NOT NULL,
	"requisites_id" uuid NOT NULL,
	"shown_offer_id" uuid NOT NULL,
	"shown_price_list_id" uuid NOT NULL,
	"shown_rules_id" uuid NOT NULL,
	"accepted_offer_id" uuid,
	"bindings" jsonb NOT NULL,
	"paid_on" date,
	"credited_on" date,
	"accepted_on" date,
	"concluded_at" timestamp with time zone,
	"activation_due_on" date,
	"act_due_on" date,
	"activated_on" date,
	"ends_on" date,
	"ended_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY,
	"contract_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL UNIQUE,
	"status" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"total" bigint NOT NULL,
	"paid" bigint DEFAULT 0 NOT NULL,
	"frozen" jsonb NOT NULL,
	"replaces_id" uuid,
	"closed_reason" text,
	CONSTRAINT "invoices_sequence" UNIQUE("year","sequence")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY,
	"slug" text NOT NULL UNIQUE,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text,
	"example" boolean DEFAULT false NOT NULL,
	"source_url" text,
	"order_number" text,
	"order_date" date,
	"published_on" date NOT NULL,
	"in_force_from" date NOT NULL,
	"clauses" jsonb NOT NULL,
	"bindings" jsonb,
	"seller" jsonb,
	"sha256" text NOT NULL,
	"status" text DEFAULT 'published' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "editions_number" UNIQUE("document_id","language","number")
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"id" uuid PRIMARY KEY,
	"edition_id" uuid NOT NULL,
	"product" text NOT NULL,
	"months" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "prices_period" UNIQUE("edition_id","product","months")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"party_id" uuid,
	"contract_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"on_behalf_of" text,
	"step" text NOT NULL,
	"clause" text,
	"reason" text,
	"data" jsonb NOT NULL,
	"address" text,
	"browser" text,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "evidence_seq" UNIQUE("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"id" uuid PRIMARY KEY,
	"payment_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"party_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"reverses_id" uuid
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY,
	"statement_id" uuid NOT NULL,
	"line_key" text NOT NULL UNIQUE,
	"position" integer NOT NULL,
	"account" text NOT NULL,
	"document_number" text NOT NULL,
	"document_date" date NOT NULL,
	"credit_date" date NOT NULL,
	"amount" bigint NOT NULL,
	"side" text NOT NULL,
	"payer_name" text NOT NULL,
	"payer_unp" text,
	"payer_iban" text,
	"payer_bic" text,
	"purpose" text NOT NULL,
	"bank_id" text,
	"allocated" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"proposals" jsonb DEFAULT '[]' NOT NULL,
	"party_id" uuid
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL UNIQUE,
	"format" text NOT NULL,
	"account" text NOT NULL,
	"date_from" date NOT NULL,
	"date_to" date NOT NULL,
	"opening" bigint NOT NULL,
	"closing" bigint NOT NULL,
	"credits" bigint NOT NULL,
	"debits" bigint NOT NULL,
	"lines" integer NOT NULL,
	"new_lines" integer NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"imported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"id" uuid PRIMARY KEY,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"unp" text,
	"iban" text,
	"act_channel" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"requisites_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requisites_versions" (
	"id" uuid PRIMARY KEY,
	"party_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"requisites" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "requisites_versions_number" UNIQUE("party_id","version")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY,
	"contract_id" uuid NOT NULL,
	"line_id" uuid NOT NULL UNIQUE,
	"party_id" uuid NOT NULL,
	"portal" text NOT NULL,
	"period" daterange NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_clock" (
	"id" integer PRIMARY KEY DEFAULT 1,
	"offset_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"file_id" uuid,
	"position" integer,
	"party_id" uuid,
	"bytes" bytea NOT NULL,
	CONSTRAINT "file_chunks_pkey" PRIMARY KEY("file_id","position")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY,
	"party_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"document_id" uuid,
	"template_version" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"actor_id" text,
	"action" text,
	"key" text,
	"request_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_pkey" PRIMARY KEY("actor_id","action","key")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"job" text,
	"period" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_runs_pkey" PRIMARY KEY("job","period")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY,
	"dedupe_key" text NOT NULL UNIQUE,
	"party_id" uuid,
	"contract_id" uuid,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"attachments" jsonb DEFAULT '[]' NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"kind" text,
	"year" integer,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_pkey" PRIMARY KEY("kind","year")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" uuid PRIMARY KEY,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"name" text PRIMARY KEY,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "members_live" ON "members" ("user_id","party_id") WHERE "removed_at" is null;--> statement-breakpoint
CREATE INDEX "members_party" ON "members" ("party_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "acts_one_live" ON "acts" ("contract_id") WHERE "status" <> 'replaced';--> statement-breakpoint
CREATE INDEX "acts_party" ON "acts" ("party_id","issued_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "acts_contract" ON "acts" ("contract_id");--> statement-breakpoint
CREATE INDEX "acts_deemed" ON "acts" ("deemed_due_on") WHERE "status" in ('sent', 'received');--> statement-breakpoint
CREATE INDEX "contract_lines_portal" ON "contract_lines" ("portal");--> statement-breakpoint
CREATE INDEX "contract_lines_party" ON "contract_lines" ("party_id");--> statement-breakpoint
CREATE INDEX "contracts_party" ON "contracts" ("party_id","placed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "contracts_placed" ON "contracts" ("placed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "contracts_activation" ON "contracts" ("activation_due_on","id") WHERE "stage" = 'concluded';--> statement-breakpoint
CREATE INDEX "contracts_act" ON "contracts" ("act","stage") WHERE "act" <> 'none';--> statement-breakpoint
CREATE INDEX "contracts_end" ON "contracts" ("ends_on") WHERE "stage" = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_one_live" ON "invoices" ("contract_id") WHERE "status" = 'live';--> statement-breakpoint
CREATE INDEX "invoices_party" ON "invoices" ("party_id","issued_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoices_expiry" ON "invoices" ("valid_until") WHERE "status" = 'live';--> statement-breakpoint
CREATE INDEX "invoices_contract" ON "invoices" ("contract_id");--> statement-breakpoint
CREATE INDEX "evidence_contract" ON "evidence" ("contract_id","seq");--> statement-breakpoint
CREATE INDEX "evidence_party" ON "evidence" ("party_id","id");--> statement-breakpoint
CREATE INDEX "allocations_payment" ON "allocations" ("payment_id");--> statement-breakpoint
CREATE INDEX "allocations_invoice" ON "allocations" ("invoice_id");--> statement-breakpoint
CREATE INDEX "payments_statement" ON "payments" ("statement_id","position");--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments" ("credit_date" DESC NULLS LAST,"id") WHERE "side" = 'credit' and "state" in ('unidentified', 'proposed');--> statement-breakpoint
CREATE INDEX "payments_party" ON "payments" ("party_id");--> statement-breakpoint
CREATE INDEX "payments_date" ON "payments" ("credit_date" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "statements_account" ON "statements" ("account","date_from");--> statement-breakpoint
CREATE INDEX "parties_unp" ON "parties" ("unp");--> statement-breakpoint
CREATE INDEX "parties_iban" ON "parties" ("iban");--> statement-breakpoint
CREATE UNIQUE INDEX "files_document" ON "files" ("document_id","kind") WHERE "document_id" is not null;--> statement-breakpoint
CREATE INDEX "files_party" ON "files" ("party_id");--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" ("created_at");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" ("next_attempt_at") WHERE "status" in ('queued', 'retrying');--> statement-breakpoint
CREATE INDEX "mails_contract" ON "mails" ("contract_id");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" ("next_attempt_at") WHERE "done_at" is null and "dead_at" is null;--> statement-breakpoint
CREATE INDEX "settings_key" ON "settings" ("key","valid_from" DESC NULLS LAST,"entered_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");--> statement-breakpoint
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_requisites_id_requisites_versions_id_fkey" FOREIGN KEY ("requisites_id") REFERENCES "requisites_versions"("id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_shown_offer_id_editions_id_fkey" FOREIGN KEY ("shown_offer_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_shown_price_list_id_editions_id_fkey" FOREIGN KEY ("shown_price_list_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_shown_rules_id_editions_id_fkey" FOREIGN KEY ("shown_rules_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_accepted_offer_id_editions_id_fkey" FOREIGN KEY ("accepted_offer_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_document_id_documents_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id");--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_edition_id_editions_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id");--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_payments_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_statement_id_statements_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id");--> statement-breakpoint
ALTER TABLE "requisites_versions" ADD CONSTRAINT "requisites_versions_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_line_id_contract_lines_id_fkey" FOREIGN KEY ("line_id") REFERENCES "contract_lines"("id");--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_file_id_files_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id");