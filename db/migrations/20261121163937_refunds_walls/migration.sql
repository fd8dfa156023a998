ALTER TABLE "refunds" ADD CONSTRAINT "refunds_words" CHECK (
  "state" IN ('requested', 'granted', 'prepared', 'approved', 'paid', 'refused', 'withdrawn')
  AND "ground" IN ('fault', 'overpayment', 'mistake', 'late') AND "amount" > 0 AND length("reason") >= 10
);
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_fault_has_contract" CHECK ("ground" <> 'fault' OR ("contract_id" IS NOT NULL AND "party_id" IS NOT NULL));
--> statement-breakpoint
-- What each state has behind it: none can be reached without the hands before it.
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_decided_whole" CHECK (
  ("decided_at" IS NULL) = ("decided_by" IS NULL)
  AND ("state" NOT IN ('granted', 'prepared', 'approved', 'paid', 'refused') OR "decided_at" IS NOT NULL)
  AND ("state" <> 'requested' OR "decided_at" IS NULL)
  AND ("state" <> 'refused' OR length(coalesce("decision", '')) >= 10)
);
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_prepared_whole" CHECK (
  ("prepared_at" IS NULL) = ("prepared_by" IS NULL) AND ("prepared_at" IS NULL) = ("payment_order" IS NULL)
  AND ("number" IS NULL) = ("year" IS NULL) AND ("number" IS NULL) = ("sequence" IS NULL)
  AND ("prepared_at" IS NULL OR "number" IS NOT NULL)
  AND ("state" NOT IN ('prepared', 'approved', 'paid') OR "prepared_at" IS NOT NULL)
);
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_approved_whole" CHECK (
  ("approved_at" IS NULL) = ("approved_by" IS NULL) AND ("state" IN ('approved', 'paid')) = ("approved_at" IS NOT NULL)
);
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_paid_whole" CHECK (
  ("state" = 'paid') = ("paid_at" IS NOT NULL) AND ("state" = 'paid') = ("paid_by" IS NOT NULL) AND ("state" = 'paid') = ("paid_line_id" IS NOT NULL)
);
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_withdrawn_whole" CHECK (
  ("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL) AND ("state" = 'withdrawn') = ("withdrawn_by" IS NOT NULL)
  AND ("state" = 'withdrawn') = (length(coalesce("withdrawn_reason", '')) >= 10)
);
--> statement-breakpoint
-- Nobody approves their own, whatever the program believes.
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_four_eyes" CHECK (
  ("decided_by" IS NULL OR "decided_by" <> "requested_by")
  AND ("approved_by" IS NULL OR "approved_by" NOT IN ("requested_by", "decided_by", "prepared_by"))
);
--> statement-breakpoint
-- Decisions of before this flow: what waited waits for a lawyer now, what was kept was taken back.
INSERT INTO refunds (id, payment_id, contract_id, invoice_id, party_id, ground, amount, reason, state, requested_at, requested_by, withdrawn_at, withdrawn_by, withdrawn_reason)
  SELECT id, payment_id, contract_id, invoice_id, party_id, 'late', amount, reason, CASE state WHEN 'kept' THEN 'withdrawn' ELSE 'requested' END,
    decided_at, decided_by, kept_at, kept_by, kept_reason FROM payment_returns;
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_state_known";
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_state_known" CHECK ("state" IN ('none', 'unmatched', 'unidentified', 'proposed', 'allocated', 'balance', 'to-return', 'returned'));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION allocation_moves_sums() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved bigint;
BEGIN
  UPDATE invoices i SET paid = i.paid + s.amount
    FROM (SELECT invoice_id, sum(amount) AS amount FROM put GROUP BY invoice_id) s WHERE i.id = s.invoice_id;
  UPDATE payments p SET allocated = p.allocated + s.amount
    FROM (SELECT payment_id, sum(amount) AS amount FROM put GROUP BY payment_id) s
    WHERE p.id = s.payment_id AND p.side = 'credit' AND p.state NOT IN ('to-return', 'returned');
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> (SELECT count(DISTINCT payment_id) FROM put)
  THEN RAISE EXCEPTION 'allocation of a payment that does not exist, is no credit or is to be returned';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Money under a refund is reserved by the row itself: a customer asks for it and may not touch payments. What no invoice took goes back
-- whole; of a contract (4.4.2) no more than stands on it and did not go back before.
CREATE FUNCTION refund_reserves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE standing bigint;
BEGIN
  IF NEW.ground = 'fault' THEN
    PERFORM 1 FROM payments WHERE id = NEW.payment_id FOR UPDATE;
    SELECT coalesce((SELECT sum(amount) FROM allocations WHERE payment_id = NEW.payment_id AND contract_id = NEW.contract_id), 0)
      - coalesce((SELECT sum(amount) FROM refunds r WHERE r.payment_id = NEW.payment_id AND r.contract_id = NEW.contract_id
          AND r.ground = 'fault' AND r.id <> NEW.id AND r.state NOT IN ('refused', 'withdrawn')), 0) INTO standing;
    IF NEW.amount > standing THEN RAISE EXCEPTION 'a refund of more than stands on the contract' USING ERRCODE = 'check_violation'; END IF;
  ELSE
    UPDATE payments SET state = 'to-return', party_id = coalesce(party_id, NEW.party_id)
      WHERE id = NEW.payment_id AND side = 'credit' AND state NOT IN ('to-return', 'returned') AND amount - allocated = NEW.amount;
    IF NOT FOUND THEN RAISE EXCEPTION 'a refund of money that is not free' USING ERRCODE = 'check_violation'; END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "refunds_reserve" AFTER INSERT ON "refunds" FOR EACH ROW EXECUTE FUNCTION refund_reserves();
--> statement-breakpoint
-- No step is skipped, an end is final, and what was asked, granted and numbered stays as it was.
CREATE FUNCTION refund_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state || '>' || NEW.state NOT IN ('requested>granted', 'requested>refused', 'granted>prepared', 'prepared>approved', 'prepared>granted',
      'approved>granted', 'approved>paid', 'requested>withdrawn', 'granted>withdrawn', 'prepared>withdrawn')
    OR (OLD.id, OLD.payment_id, OLD.contract_id, OLD.invoice_id, OLD.party_id, OLD.ground, OLD.reason, OLD.account, OLD.requested_at, OLD.requested_by)
      IS DISTINCT FROM (NEW.id, NEW.payment_id, NEW.contract_id, NEW.invoice_id, NEW.party_id, NEW.ground, NEW.reason, NEW.account, NEW.requested_at, NEW.requested_by)
    OR (NEW.amount <> OLD.amount AND NOT (NEW.state = 'granted' AND OLD.state = 'requested' AND OLD.ground = 'fault' AND NEW.amount < OLD.amount))
    OR (OLD.number IS NOT NULL AND (OLD.number, OLD.year, OLD.sequence) IS DISTINCT FROM (NEW.number, NEW.year, NEW.sequence))
    OR (OLD.decided_by IS NOT NULL AND (OLD.decided_by, OLD.decided_at) IS DISTINCT FROM (NEW.decided_by, NEW.decided_at))
    OR (NEW.state IN ('approved', 'paid') AND (OLD.payment_order, OLD.prepared_by) IS DISTINCT FROM (NEW.payment_order, NEW.prepared_by))
    OR (NEW.state = 'paid' AND OLD.approved_by IS DISTINCT FROM NEW.approved_by)
  THEN RAISE EXCEPTION 'a refund takes its steps one by one' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'paid' AND NOT EXISTS (SELECT 1 FROM payments WHERE id = NEW.paid_line_id AND side = 'debit' AND amount = NEW.amount)
  THEN RAISE EXCEPTION 'a refund is closed by a debit line of its own sum' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.ground <> 'fault' AND NEW.state = 'paid' THEN
    UPDATE payments SET state = 'returned' WHERE id = NEW.payment_id;
  ELSIF NEW.ground <> 'fault' AND NEW.state IN ('refused', 'withdrawn') THEN
    UPDATE payments SET state = CASE WHEN allocated > 0 THEN 'balance' WHEN proposals <> '[]' THEN 'proposed' ELSE 'unidentified' END WHERE id = NEW.payment_id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "refunds_move" BEFORE UPDATE ON "refunds" FOR EACH ROW EXECUTE FUNCTION refund_moves();
--> statement-breakpoint
CREATE TRIGGER "refunds_never_deleted" BEFORE DELETE ON "refunds" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "refunds_never_truncated" BEFORE TRUNCATE ON "refunds" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "refunds" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "refunds_house" ON "refunds" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "refunds_owner" ON "refunds" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "refunds_own_party" ON "refunds" FOR SELECT TO market_customer USING (party_id = current_party());
--> statement-breakpoint
-- A customer asks for its own money only; what a row needs to be true about the money, its trigger looks at.
CREATE POLICY "refunds_asked_by_customer" ON "refunds" FOR INSERT TO market_customer WITH CHECK (
  party_id = current_party() AND state = 'requested' AND ground <> 'late'
  AND EXISTS (SELECT 1 FROM payments p WHERE p.id = payment_id AND p.party_id = current_party())
);
--> statement-breakpoint
GRANT SELECT, INSERT ON refunds TO market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (state, amount, decided_at, decided_by, decision, prepared_at, prepared_by, year, sequence, number, payment_order, approved_at, approved_by, paid_at, paid_by, paid_line_id, withdrawn_at, withdrawn_by, withdrawn_reason) ON refunds TO market_staff, market_system;
