CREATE INDEX "contract_lines_ending" ON "contract_lines" ("active_to") WHERE "active_to" is not null;--> statement-breakpoint
CREATE INDEX "invoices_live_account" ON "invoices" (("frozen" #>> '{seller,bank,iban}')) WHERE "status" = 'live';--> statement-breakpoint
CREATE INDEX "payments_payer_unp" ON "payments" ("payer_unp");--> statement-breakpoint
CREATE INDEX "payments_document_number" ON "payments" ("document_number");--> statement-breakpoint
CREATE INDEX "subscriptions_party" ON "subscriptions" ("party_id");