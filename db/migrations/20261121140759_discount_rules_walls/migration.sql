-- Two rules of one kind for one number of certificates, or for one party, would both hold on a day.
ALTER TABLE "discount_rules" ADD CONSTRAINT "discount_rules_quantity_no_overlap"
  EXCLUDE USING gist ("min_quantity" WITH =, daterange("valid_from", "valid_to" + 1) WITH &&) WHERE ("kind" = 'quantity');
--> statement-breakpoint
ALTER TABLE "discount_rules" ADD CONSTRAINT "discount_rules_partner_no_overlap"
  EXCLUDE USING gist ("party_id" WITH =, daterange("valid_from", "valid_to" + 1) WITH &&) WHERE ("kind" = 'partner');
--> statement-breakpoint
-- A rule is ended once, earlier than it would have ended; everything else of it stays as it was entered.
CREATE FUNCTION discount_rule_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR (OLD.valid_to IS NOT NULL AND NEW.valid_to > OLD.valid_to) THEN
    RAISE EXCEPTION 'a discount rule is ended once and never lengthened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "discount_rules_only_ends" BEFORE UPDATE ON "discount_rules" FOR EACH ROW EXECUTE FUNCTION discount_rule_only_ends();
--> statement-breakpoint
CREATE TRIGGER "discount_rules_never_deleted" BEFORE DELETE ON "discount_rules" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "discount_rules_never_truncated" BEFORE TRUNCATE ON "discount_rules" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- 3.1: what an invoice takes off the price list is a rule in force on its day, everybody's or its own party's, and no other share.
CREATE FUNCTION invoice_discount_is_a_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_typeof(NEW.frozen->'discount') = 'object' AND NOT EXISTS (
    SELECT 1 FROM discount_rules r WHERE r.id = (NEW.frozen #>> '{discount,ruleId}')::uuid
      AND r.basis_points = (NEW.frozen #>> '{discount,basisPoints}')::integer AND (r.party_id IS NULL OR r.party_id = NEW.party_id)
      AND r.valid_from <= NEW.issued_on AND (r.valid_to IS NULL OR r.valid_to >= NEW.issued_on)
  ) THEN RAISE EXCEPTION 'an invoice takes off what a rule in force says' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "invoices_discount_is_a_rule" BEFORE INSERT ON "invoices" FOR EACH ROW EXECUTE FUNCTION invoice_discount_is_a_rule();
--> statement-breakpoint
ALTER TABLE "discount_rules" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "discount_rules" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "discount_rules_house" ON "discount_rules" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "discount_rules_owner" ON "discount_rules" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "discount_rules_public" ON "discount_rules" FOR SELECT TO market_app, market_customer USING (kind = 'quantity');
--> statement-breakpoint
CREATE POLICY "discount_rules_own_party" ON "discount_rules" FOR SELECT TO market_customer USING (party_id = current_party());
--> statement-breakpoint
-- Who entered a rule and why is the house's own.
GRANT SELECT (id, kind, min_quantity, party_id, basis_points, valid_from, valid_to) ON discount_rules TO market_app, market_customer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (valid_to, ended_by, ended_at, end_reason) ON discount_rules TO market_staff;
--> statement-breakpoint
GRANT SELECT ON discount_rules TO market_system;
