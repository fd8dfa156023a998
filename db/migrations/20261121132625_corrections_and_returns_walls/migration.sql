-- The day of the switch stood in the evidence only; a line has its own now, so that one line can be corrected.
UPDATE "contract_lines" l SET "activated_on" = (e.data->>'activatedOn')::date FROM "evidence" e
  WHERE e.contract_id = l.contract_id AND e.step = 'activate-access' AND e.data->>'portal' = l.portal AND l.active_from IS NOT NULL;
--> statement-breakpoint
UPDATE "contract_lines" l SET "activated_on" = coalesce(c.activated_on, l.active_from) FROM "contracts" c
  WHERE c.id = l.contract_id AND l.active_from IS NOT NULL AND l.activated_on IS NULL;
--> statement-breakpoint
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_activated_on" CHECK (("activated_on" IS NULL) = ("active_from" IS NULL));
--> statement-breakpoint
GRANT UPDATE (activated_on) ON contract_lines TO market_staff, market_system;
--> statement-breakpoint
CREATE FUNCTION access_is_cut_short(was daterange, becomes daterange) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT becomes <@ was AND (isempty(becomes) OR lower(becomes) = lower(was))
$$;
--> statement-breakpoint
-- A range still only loses its end, with one exception: the house corrects a wrongly entered activation (3.5). A customer's role
-- never can; the house can only together with the entry that says so, see the next trigger. Overlaps stay impossible.
CREATE OR REPLACE FUNCTION subscription_only_shrinks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT access_is_cut_short(OLD.period, NEW.period) AND (current_user NOT IN ('market_staff', 'market_system') OR isempty(NEW.period))
  THEN RAISE EXCEPTION 'access is only cut short' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Looked at when the transaction commits: the entry is written last. It must be of this very transaction and name this very line
-- and period; an old entry cannot be used again. In a savepoint the ids differ and the correction is refused.
CREATE FUNCTION subscription_is_corrected_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF access_is_cut_short(OLD.period, NEW.period) OR EXISTS (
    SELECT 1 FROM evidence e WHERE e.contract_id = NEW.contract_id AND e.step = 'correct-activation'
      AND e.xmin = pg_current_xact_id()::xid AND e.data->>'lineId' = NEW.line_id::text
      AND e.data->>'from' = lower(NEW.period)::text AND e.data->>'to' = (upper(NEW.period) - 1)::text
  ) THEN RETURN NULL;
  END IF;
  RAISE EXCEPTION 'access is corrected together with its evidence' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "subscriptions_corrected_on_record" AFTER UPDATE ON "subscriptions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.period IS DISTINCT FROM NEW.period) EXECUTE FUNCTION subscription_is_corrected_on_record();
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_state_known";
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_state_known" CHECK ("state" IN ('none', 'unmatched', 'unidentified', 'proposed', 'allocated', 'balance', 'to-return'));
--> statement-breakpoint
-- Money that is to go back is set against nothing, and nothing is taken out of it, until the decision is taken back.
CREATE OR REPLACE FUNCTION allocation_moves_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoices SET paid = paid + NEW.amount WHERE id = NEW.invoice_id;
  UPDATE payments SET allocated = allocated + NEW.amount WHERE id = NEW.payment_id AND side = 'credit' AND state <> 'to-return';
  IF NOT FOUND THEN RAISE EXCEPTION 'allocation of a payment that does not exist, is no credit or is to be returned'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
ALTER TABLE "payment_returns" ADD CONSTRAINT "payment_returns_state_known" CHECK ("state" IN ('to-return', 'kept'));
--> statement-breakpoint
ALTER TABLE "payment_returns" ADD CONSTRAINT "payment_returns_has_ground" CHECK ("amount" > 0 AND length("reason") >= 10);
--> statement-breakpoint
ALTER TABLE "payment_returns" ADD CONSTRAINT "payment_returns_kept_is_complete" CHECK (
  ("state" = 'kept') = ("kept_at" IS NOT NULL) AND ("state" = 'kept') = ("kept_by" IS NOT NULL)
  AND ("state" = 'kept') = ("kept_reason" IS NOT NULL) AND ("kept_reason" IS NULL OR length("kept_reason") >= 10)
);
--> statement-breakpoint
CREATE TRIGGER "payment_returns_never_deleted" BEFORE DELETE ON "payment_returns" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "payment_returns_never_truncated" BEFORE TRUNCATE ON "payment_returns" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "payment_returns" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "payment_returns" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "payment_returns_house" ON "payment_returns" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "payment_returns_owner" ON "payment_returns" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "payment_returns_own_party" ON "payment_returns" FOR SELECT TO market_customer USING (party_id = current_party());
--> statement-breakpoint
GRANT SELECT ON payment_returns TO market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON payment_returns TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (state, kept_at, kept_by, kept_reason) ON payment_returns TO market_staff, market_system;
