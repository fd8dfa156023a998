-- The list of payments is searched by a part of the payer's name and by what the purpose says. An import writes many rows at once:
-- a longer list of what is not sorted in yet keeps that quick.
CREATE INDEX "payments_payer_name_part" ON "payments" USING gin ("payer_name" gin_trgm_ops) WITH (gin_pending_list_limit = 16384);
--> statement-breakpoint
CREATE INDEX "payments_purpose_part" ON "payments" USING gin ("purpose" gin_trgm_ops) WITH (gin_pending_list_limit = 16384);
