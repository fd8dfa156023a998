-- A letter refused for good and one that came back are not the same as one that we gave up.
ALTER TABLE "mails" DROP CONSTRAINT "mails_status_known";
--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_status_known" CHECK ("status" IN ('queued', 'accepted', 'retrying', 'rejected', 'bounced', 'failed'));
--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_bounced_is_told" CHECK (("status" = 'bounced') <= ("bounced_at" IS NOT NULL AND "bounce_status" IS NOT NULL));
--> statement-breakpoint
-- What a member was told stays as it was told; they may only say that they read it.
CREATE FUNCTION notice_is_only_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.user_id, OLD.party_id, OLD.contract_id, OLD.kind, OLD.title, OLD.text, OLD.path, OLD.dedupe_key, OLD.created_at)
    IS DISTINCT FROM (NEW.id, NEW.user_id, NEW.party_id, NEW.contract_id, NEW.kind, NEW.title, NEW.text, NEW.path, NEW.dedupe_key, NEW.created_at)
  THEN RAISE EXCEPTION 'a notice is only read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "notices_only_read" BEFORE UPDATE ON "notices" FOR EACH ROW EXECUTE FUNCTION notice_is_only_read();
--> statement-breakpoint
CREATE TRIGGER "notices_never_truncated" BEFORE TRUNCATE ON "notices" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "notices_house" ON "notices" TO market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "notices_owner" ON "notices" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "notices_own" ON "notices" TO market_customer USING (party_id = current_party() AND user_id::text = current_person()) WITH CHECK (party_id = current_party() AND user_id::text = current_person());
--> statement-breakpoint
ALTER TABLE "notice_choices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notice_choices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "notice_choices_house" ON "notice_choices" TO market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "notice_choices_owner" ON "notice_choices" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "notice_choices_own" ON "notice_choices" TO market_customer USING (party_id = current_party() AND user_id::text = current_person()) WITH CHECK (party_id = current_party() AND user_id::text = current_person());
--> statement-breakpoint
ALTER TABLE "notice_hours" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "notice_hours" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "notice_hours_house" ON "notice_hours" TO market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "notice_hours_owner" ON "notice_hours" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "notice_hours_own" ON "notice_hours" TO market_customer USING (party_id = current_party() AND user_id::text = current_person()) WITH CHECK (party_id = current_party() AND user_id::text = current_person());
--> statement-breakpoint
GRANT SELECT, INSERT ON notices TO market_system;
--> statement-breakpoint
GRANT SELECT, UPDATE (read_at) ON notices TO market_customer;
--> statement-breakpoint
GRANT SELECT ON notice_choices, notice_hours TO market_system;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON notice_choices, notice_hours TO market_customer;
