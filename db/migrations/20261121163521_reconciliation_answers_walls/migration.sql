-- What either side said of an акт сверки stays said; a customer speaks for its own side alone, and only the house draws up a new edition.
CREATE TRIGGER "reconciliation_moves_never_changes" BEFORE UPDATE OR DELETE ON "reconciliation_moves" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "reconciliation_moves_never_truncated" BEFORE TRUNCATE ON "reconciliation_moves" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "reconciliation_moves" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reconciliation_moves" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "reconciliation_moves_house" ON "reconciliation_moves" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "reconciliation_moves_owner" ON "reconciliation_moves" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "reconciliation_moves_own_party" ON "reconciliation_moves" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party() AND side = 'customer' AND move IN ('confirm', 'dispute', 'keep-copy'));
--> statement-breakpoint
GRANT SELECT, INSERT ON reconciliation_moves TO market_customer, market_staff, market_system;
--> statement-breakpoint
ALTER POLICY "reconciliations_own_party" ON "reconciliations" WITH CHECK (party_id = current_party() AND replaces_id IS NULL);
--> statement-breakpoint
CREATE TRIGGER "month_pack_days_never_changes" BEFORE UPDATE OR DELETE ON "month_pack_days" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "month_pack_days_never_truncated" BEFORE TRUNCATE ON "month_pack_days" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "month_pack_days" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "month_pack_days" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "month_pack_days_house" ON "month_pack_days" TO market_staff, market_system USING (true);
--> statement-breakpoint
CREATE POLICY "month_pack_days_owner" ON "month_pack_days" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "month_pack_days_own_party" ON "month_pack_days" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
GRANT SELECT ON month_pack_days TO market_staff, market_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON month_pack_days TO market_customer;
