-- A profile moves by one version at a time; a removed one stays removed, for what it has read.
CREATE FUNCTION statement_profile_moves_by_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.removed_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a profile moves by one version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "statement_profiles_move_by_versions" BEFORE UPDATE ON "statement_profiles" FOR EACH ROW EXECUTE FUNCTION statement_profile_moves_by_versions();
--> statement-breakpoint
CREATE TRIGGER "bank_fetches_never_changes" BEFORE UPDATE OR DELETE ON "bank_fetches" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "statement_profiles_never_deleted" BEFORE DELETE ON "statement_profiles" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "statement_readings_never_deleted" BEFORE DELETE ON "statement_readings" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "bank_links_never_deleted" BEFORE DELETE ON "bank_links" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "statement_profiles_never_truncated" BEFORE TRUNCATE ON "statement_profiles" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "statement_profiles" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "statement_profiles" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "statement_profiles_house" ON "statement_profiles" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "statement_profiles_owner" ON "statement_profiles" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "statement_readings_never_truncated" BEFORE TRUNCATE ON "statement_readings" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "statement_readings" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "statement_readings" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "statement_readings_house" ON "statement_readings" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "statement_readings_owner" ON "statement_readings" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "bank_links_never_truncated" BEFORE TRUNCATE ON "bank_links" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "bank_links" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "bank_links" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "bank_links_house" ON "bank_links" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "bank_links_owner" ON "bank_links" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "bank_fetches_never_truncated" BEFORE TRUNCATE ON "bank_fetches" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "bank_fetches" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "bank_fetches" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "bank_fetches_house" ON "bank_fetches" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "bank_fetches_owner" ON "bank_fetches" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON statement_profiles, statement_readings, bank_links, bank_fetches TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (name, account, fingerprint, mapping, version, changed_at, changed_by, removed_at, removed_by) ON statement_profiles TO market_staff;
--> statement-breakpoint
GRANT UPDATE (profile_id, opening, closing, said_at, said_by) ON statement_readings TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (asked_state, asked_at, asked_by, access, access_until, refresh, refresh_until, connected_at, connected_by, broken_code, broken_at, fetch_asked_at) ON bank_links TO market_staff, market_system;
