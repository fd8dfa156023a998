-- What the back office's lists and searches, and the matching of payments, ask for at a million rows.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "contracts_stage" ON "contracts" ("stage", "placed_at" DESC, "id");
--> statement-breakpoint
CREATE INDEX "contracts_total" ON "contracts" ("total");
--> statement-breakpoint
CREATE INDEX "invoices_open_total" ON "invoices" ("total") WHERE "status" IN ('live', 'expired');
--> statement-breakpoint
CREATE INDEX "payments_state" ON "payments" ("state", "credit_date" DESC, "id");
--> statement-breakpoint
CREATE INDEX "payments_amount" ON "payments" ("amount");
--> statement-breakpoint
CREATE INDEX "parties_name" ON "parties" USING gin (lower("name") gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "contract_lines_portal_part" ON "contract_lines" USING gin ("portal" gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX "parties_created" ON "parties" ("created_at" DESC, "id");
--> statement-breakpoint
CREATE INDEX "mails_status" ON "mails" ("status", "created_at" DESC, "id");
