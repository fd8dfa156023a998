ALTER TABLE "contracts" DROP CONSTRAINT "contracts_termination_ground_known";
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_termination_ground_known" CHECK ("termination_ground" IN ('fault', 'early', 'force-majeure'));
--> statement-breakpoint
ALTER TABLE "force_majeure_cases" ADD CONSTRAINT "force_majeure_cases_kind_known" CHECK ("kind" IN ('disaster', 'epidemic', 'war', 'unrest', 'strike', 'act-of-state', 'other'));
--> statement-breakpoint
CREATE TRIGGER "force_majeure_cases_never_changes" BEFORE UPDATE OR DELETE ON "force_majeure_cases" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "force_majeure_cases_never_truncated" BEFORE TRUNCATE ON "force_majeure_cases" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "force_majeure_contracts_never_changes" BEFORE UPDATE OR DELETE ON "force_majeure_contracts" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "force_majeure_contracts_never_truncated" BEFORE TRUNCATE ON "force_majeure_contracts" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "force_majeure_ends_never_changes" BEFORE UPDATE OR DELETE ON "force_majeure_ends" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "force_majeure_ends_never_truncated" BEFORE TRUNCATE ON "force_majeure_ends" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "force_majeure_cases" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "force_majeure_cases" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "force_majeure_cases_house" ON "force_majeure_cases" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "force_majeure_cases_owner" ON "force_majeure_cases" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "force_majeure_contracts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "force_majeure_contracts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "force_majeure_contracts_house" ON "force_majeure_contracts" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "force_majeure_contracts_owner" ON "force_majeure_contracts" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "force_majeure_contracts_own_party" ON "force_majeure_contracts" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
-- What touches all contracts is everybody's to know; what was declared for some, only theirs.
CREATE POLICY "force_majeure_cases_touching" ON "force_majeure_cases" FOR SELECT TO market_customer USING (scope = 'all' OR party_id = current_party() OR EXISTS (SELECT 1 FROM force_majeure_contracts c WHERE c.case_id = id AND c.party_id = current_party()));
--> statement-breakpoint
CREATE POLICY "force_majeure_cases_own_party" ON "force_majeure_cases" FOR INSERT TO market_customer WITH CHECK (party_id = current_party() AND declared_by = 'customer' AND scope = 'listed');
--> statement-breakpoint
ALTER TABLE "force_majeure_ends" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "force_majeure_ends" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "force_majeure_ends_house" ON "force_majeure_ends" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "force_majeure_ends_owner" ON "force_majeure_ends" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "force_majeure_ends_touching" ON "force_majeure_ends" FOR SELECT TO market_customer USING (EXISTS (SELECT 1 FROM force_majeure_cases c WHERE c.id = case_id));
--> statement-breakpoint
CREATE POLICY "force_majeure_ends_own_party" ON "force_majeure_ends" FOR INSERT TO market_customer WITH CHECK (EXISTS (SELECT 1 FROM force_majeure_cases c WHERE c.id = case_id AND c.party_id = current_party()));
--> statement-breakpoint
GRANT SELECT, INSERT ON force_majeure_cases, force_majeure_contracts, force_majeure_ends TO market_customer, market_staff, market_system;
--> statement-breakpoint
-- 5.4: the seller may end a contract, too.
GRANT UPDATE (terminated_on, termination_ground) ON contracts TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (period) ON subscriptions TO market_staff, market_system;
