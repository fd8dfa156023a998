-- The words that stand where a person's data stood. They are read as they are: in lists, papers and packs opened years later.
CREATE FUNCTION erased_words(day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'стёрто по запросу ' || to_char(day, 'DD.MM.YYYY') $$;
--> statement-breakpoint
-- Nobody who is still here may call themselves erased.
ALTER TABLE "users" ADD CONSTRAINT "users_erased_whole" CHECK ("name" NOT LIKE 'стёрто по запросу %' OR ("email" LIKE '%@erased.invalid' AND "password_hash" IS NULL AND "disabled_at" IS NOT NULL));
--> statement-breakpoint
-- A request is answered once; whose it is and when it was due never changes.
CREATE FUNCTION privacy_request_is_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' OR NEW.state = 'open'
    OR (OLD.id, OLD.user_id, OLD.asked_at, OLD.asked_on, OLD.due_on) IS DISTINCT FROM (NEW.id, NEW.user_id, NEW.asked_at, NEW.asked_on, NEW.due_on)
  THEN RAISE EXCEPTION 'a request is answered once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "privacy_requests_answered_once" BEFORE UPDATE ON "privacy_requests" FOR EACH ROW EXECUTE FUNCTION privacy_request_is_answered_once();
--> statement-breakpoint
CREATE TRIGGER "privacy_requests_never_deleted" BEFORE DELETE ON "privacy_requests" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "privacy_requests_never_truncated" BEFORE TRUNCATE ON "privacy_requests" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- An erasure begins with its entry in the log: written in this very transaction, about this very person.
CREATE FUNCTION erasure_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.xid := pg_current_xact_id();
  IF NOT EXISTS (SELECT 1 FROM privacy_requests r WHERE r.id = NEW.request_id AND r.user_id = NEW.user_id AND r.state = 'open')
    OR NOT EXISTS (
      SELECT 1 FROM evidence e
      WHERE e.chain = 'privacy:' || NEW.request_id AND e.step = 'erase-personal-data' AND e.xmin = NEW.xid::xid
        AND e.data->>'userId' = NEW.user_id::text AND e.data->>'erasedOn' = NEW.erased_on::text
        AND e.data->'parties' = to_jsonb(NEW.parties))
  THEN RAISE EXCEPTION 'an erasure needs an open request and its evidence' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "erasures_are_recorded" BEFORE INSERT ON "erasures" FOR EACH ROW EXECUTE FUNCTION erasure_is_recorded();
--> statement-breakpoint
CREATE TRIGGER "erasures_never_changes" BEFORE UPDATE OR DELETE ON "erasures" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "erasures_never_truncated" BEFORE TRUNCATE ON "erasures" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- The log stays append-only, for its owner, too. The one exception: inside a recorded erasure the three personal columns of that
-- person's entries and their salt are blanked. Their hashes stay, so the chain still verifies.
CREATE FUNCTION evidence_is_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE personal text[] := ARRAY['actor_name', 'address', 'browser', 'salt'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.actor_name_hash IS NOT NULL
    AND NEW.address IS NULL AND NEW.browser IS NULL AND NEW.salt IS NULL
    AND to_jsonb(NEW) - personal = to_jsonb(OLD) - personal
    AND EXISTS (
      SELECT 1 FROM erasures e
      WHERE e.xid = pg_current_xact_id() AND e.user_id::text = OLD.actor_id AND NEW.actor_name = erased_words(e.erased_on))
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'evidence is append-only' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER "evidence_never_changes" ON "evidence";
--> statement-breakpoint
CREATE TRIGGER "evidence_only_erased" BEFORE UPDATE OR DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION evidence_is_only_erased();
--> statement-breakpoint
GRANT UPDATE (actor_name, address, browser, salt) ON evidence TO market_system;
--> statement-breakpoint
-- The same for the card of a person who is a party. What papers were issued with is frozen in the papers.
CREATE FUNCTION erased_requisites(requisites jsonb, words text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT requisites || jsonb_build_object('fullName', words, 'postalAddress', words, 'email', words, 'phone', words, 'unp', null, 'iban', null)
$$;
--> statement-breakpoint
CREATE FUNCTION requisites_are_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.requisites->>'kind' = 'individual'
    AND to_jsonb(NEW) - 'requisites' = to_jsonb(OLD) - 'requisites'
    AND EXISTS (
      SELECT 1 FROM erasures e
      WHERE e.xid = pg_current_xact_id() AND OLD.party_id = ANY (e.parties)
        AND NEW.requisites = erased_requisites(OLD.requisites, erased_words(e.erased_on)))
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'requisites_versions is append-only' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER "requisites_versions_never_changes" ON "requisites_versions";
--> statement-breakpoint
CREATE TRIGGER "requisites_versions_only_erased" BEFORE UPDATE OR DELETE ON "requisites_versions" FOR EACH ROW EXECUTE FUNCTION requisites_are_only_erased();
--> statement-breakpoint
GRANT UPDATE (requisites) ON requisites_versions TO market_system;
--> statement-breakpoint
GRANT UPDATE (role, removed_at) ON members TO market_system;
--> statement-breakpoint
GRANT DELETE ON second_factors, recovery_codes, calendar_feeds, notices, notice_choices, notice_hours TO market_system;
--> statement-breakpoint
-- A request is its person's own, outside every party; the house sees and answers all.
ALTER TABLE "privacy_requests" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "privacy_requests" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "privacy_requests_house" ON "privacy_requests" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "privacy_requests_owner" ON "privacy_requests" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "privacy_requests_own" ON "privacy_requests" TO market_app USING (user_id::text = current_person()) WITH CHECK (user_id::text = current_person());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, closed_at, closed_on, closed_by) ON privacy_requests TO market_app;
--> statement-breakpoint
GRANT SELECT, UPDATE (state, closed_at, closed_on, closed_by, reason) ON privacy_requests TO market_staff, market_system;
--> statement-breakpoint
ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "erasures" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "erasures_house" ON "erasures" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "erasures_owner" ON "erasures" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON erasures TO market_staff, market_system;
--> statement-breakpoint
GRANT INSERT (request_id, user_id, parties, erased_on, erased_by) ON erasures TO market_system;
--> statement-breakpoint
-- A person's own chains: of the account, and of what they demand under the law on personal data.
DROP POLICY "evidence_account" ON "evidence";
--> statement-breakpoint
CREATE POLICY "evidence_account" ON "evidence" TO market_app USING (chain LIKE 'user:%' OR chain LIKE 'privacy:%') WITH CHECK ((chain LIKE 'user:%' OR chain LIKE 'privacy:%') AND party_id IS NULL);
