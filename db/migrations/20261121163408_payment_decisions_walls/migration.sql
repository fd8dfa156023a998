CREATE TRIGGER "payment_declines_never_deleted" BEFORE DELETE ON "payment_declines" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "payment_declines_never_truncated" BEFORE TRUNCATE ON "payment_declines" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "payment_declines_taken_back_once" BEFORE UPDATE ON "payment_declines" FOR EACH ROW
  WHEN (OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "discretion_requests_never_deleted" BEFORE DELETE ON "discretion_requests" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "discretion_requests_never_truncated" BEFORE TRUNCATE ON "discretion_requests" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- A settled request stays as it was settled; another one may be asked for.
CREATE TRIGGER "discretion_requests_settled_once" BEFORE UPDATE ON "discretion_requests" FOR EACH ROW
  WHEN (OLD.state <> 'waiting') EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "payment_declines" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "payment_declines" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "payment_declines_house" ON "payment_declines" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "payment_declines_owner" ON "payment_declines" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "discretion_requests" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "discretion_requests" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "discretion_requests_house" ON "discretion_requests" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "discretion_requests_owner" ON "discretion_requests" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON payment_declines, discretion_requests TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (taken_back_at, taken_back_by) ON payment_declines TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (state, settled_at, settled_by, settled_reason) ON discretion_requests TO market_staff, market_system;
