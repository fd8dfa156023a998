ALTER TABLE "documents" DROP CONSTRAINT "documents_kind_known";
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kind_known" CHECK ("kind" IN ('offer', 'price-list', 'usage-rules', 'privacy-policy', 'cookie-notice', 'foreign-terms', 'vendor-licence', 'other'));
--> statement-breakpoint
-- One edition a day comes into force: two would overlap, and nobody could say which price held.
CREATE UNIQUE INDEX "editions_one_a_day" ON "editions" ("document_id", "language", "in_force_from");
--> statement-breakpoint
-- Staff publish nothing that was not checked by one person and released by another, and nothing but that very text.
CREATE FUNCTION edition_needs_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'market_staff' AND NOT EXISTS (
    SELECT 1 FROM edition_drafts d WHERE d.document_id = NEW.document_id AND d.language = NEW.language AND d.stage = 'released'
      AND d.publish_on = NEW.published_on AND d.in_force_from = NEW.in_force_from AND d.clauses = NEW.clauses
  ) THEN
    RAISE EXCEPTION 'an edition is published from a released draft only' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "editions_need_release" BEFORE INSERT ON "editions" FOR EACH ROW EXECUTE FUNCTION edition_needs_release();
--> statement-breakpoint
-- What was published or withdrawn is history.
CREATE FUNCTION closed_draft_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.stage IN ('published', 'withdrawn') THEN
    RAISE EXCEPTION 'a draft that was published or withdrawn never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "edition_drafts_closed_stays" BEFORE UPDATE ON "edition_drafts" FOR EACH ROW EXECUTE FUNCTION closed_draft_stays();
--> statement-breakpoint
CREATE TRIGGER "edition_drafts_never_truncated" BEFORE TRUNCATE ON "edition_drafts" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "edition_refusals_never_deleted" BEFORE DELETE ON "edition_refusals" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "edition_refusals_never_truncated" BEFORE TRUNCATE ON "edition_refusals" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "snapshot_checks_never_changes" BEFORE UPDATE OR DELETE ON "snapshot_checks" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "snapshot_checks_never_truncated" BEFORE TRUNCATE ON "snapshot_checks" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "edition_drafts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "edition_drafts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "edition_drafts_house" ON "edition_drafts" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "edition_drafts_owner" ON "edition_drafts" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "draft_comments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "draft_comments" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "draft_comments_house" ON "draft_comments" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "draft_comments_owner" ON "draft_comments" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "edition_refusals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "edition_refusals" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "edition_refusals_house" ON "edition_refusals" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "edition_refusals_owner" ON "edition_refusals" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "edition_refusals_own_party" ON "edition_refusals" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
ALTER TABLE "snapshot_checks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "snapshot_checks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "snapshot_checks_house" ON "snapshot_checks" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "snapshot_checks_owner" ON "snapshot_checks" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON edition_drafts TO market_staff, market_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON draft_comments TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (settled_at, settled_by) ON draft_comments TO market_staff, market_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON edition_refusals TO market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (answered_at, answered_by, answer) ON edition_refusals TO market_staff, market_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON snapshot_checks TO market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON documents, editions, prices TO market_staff, market_system;
