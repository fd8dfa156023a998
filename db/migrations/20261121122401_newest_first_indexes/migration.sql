DROP INDEX "acts_party";--> statement-breakpoint
CREATE INDEX "acts_party" ON "acts" ("party_id","issued_at" DESC);--> statement-breakpoint
DROP INDEX "contracts_party";--> statement-breakpoint
CREATE INDEX "contracts_party" ON "contracts" ("party_id","placed_at" DESC,"id");--> statement-breakpoint
DROP INDEX "contracts_placed";--> statement-breakpoint
CREATE INDEX "contracts_placed" ON "contracts" ("placed_at" DESC,"id");--> statement-breakpoint
DROP INDEX "invoices_party";--> statement-breakpoint
CREATE INDEX "invoices_party" ON "invoices" ("party_id","issued_at" DESC);--> statement-breakpoint
DROP INDEX "payments_open";--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments" ("credit_date" DESC,"id") WHERE "side" = 'credit' and "state" in ('unidentified', 'proposed');--> statement-breakpoint
DROP INDEX "payments_date";--> statement-breakpoint
CREATE INDEX "payments_date" ON "payments" ("credit_date" DESC,"id");--> statement-breakpoint
DROP INDEX "mails_created";--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" ("created_at" DESC,"id");