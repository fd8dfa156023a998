-- A transfer is withdrawn once and otherwise stays as it was entered; a confirmed year stays confirmed.
CREATE FUNCTION calendar_transfer_is_withdrawn_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
    OR (OLD.id, OLD.off, OLD.worked, OLD.resolution, OLD.source, OLD.entered_at, OLD.entered_by, OLD.reason)
      IS DISTINCT FROM (NEW.id, NEW.off, NEW.worked, NEW.resolution, NEW.source, NEW.entered_at, NEW.entered_by, NEW.reason)
  THEN RAISE EXCEPTION 'a transfer is only withdrawn, once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "calendar_transfers_withdrawn_once" BEFORE UPDATE ON "calendar_transfers" FOR EACH ROW EXECUTE FUNCTION calendar_transfer_is_withdrawn_once();
--> statement-breakpoint
CREATE TRIGGER "calendar_transfers_never_deleted" BEFORE DELETE ON "calendar_transfers" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "calendar_transfers_never_truncated" BEFORE TRUNCATE ON "calendar_transfers" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "calendar_years_never_changes" BEFORE UPDATE OR DELETE ON "calendar_years" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "calendar_years_never_truncated" BEFORE TRUNCATE ON "calendar_years" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- The calendar is public: every date of the site is counted by it.
GRANT SELECT ON calendar_transfers, calendar_years TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON calendar_transfers, calendar_years TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at, withdrawn_by, withdraw_reason) ON calendar_transfers TO market_staff, market_system;
--> statement-breakpoint
-- A changed calendar may give a live invoice more days.
GRANT UPDATE (valid_until) ON invoices TO market_staff, market_system;
--> statement-breakpoint
-- A feed is its person's own, within their party; the house finds it by its address.
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "calendar_feeds" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "calendar_feeds_house" ON "calendar_feeds" TO market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "calendar_feeds_owner" ON "calendar_feeds" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "calendar_feeds_own" ON "calendar_feeds" TO market_customer USING (party_id = current_party() AND user_id::text = current_person()) WITH CHECK (party_id = current_party() AND user_id::text = current_person());
--> statement-breakpoint
GRANT SELECT ON calendar_feeds TO market_system;
--> statement-breakpoint
GRANT SELECT (id, user_id, party_id, created_at, revoked_at), INSERT, UPDATE (revoked_at) ON calendar_feeds TO market_customer;
