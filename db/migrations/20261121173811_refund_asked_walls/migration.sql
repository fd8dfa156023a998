-- A refund names no contract of somebody else: its entries stand in that contract's history.
ALTER POLICY "refunds_asked_by_customer" ON "refunds" WITH CHECK (
  party_id = current_party() AND state = 'requested' AND ground <> 'late'
  AND EXISTS (SELECT 1 FROM payments p WHERE p.id = payment_id AND p.party_id = current_party())
  AND (contract_id IS NULL OR EXISTS (SELECT 1 FROM contracts c WHERE c.id = contract_id AND c.party_id = current_party()))
);
--> statement-breakpoint
-- One payment may stand on contracts of two parties: money of a contract (4.4.2) goes back in the books of the contract's own party. What
-- refuses says its name, so that whoever was second hears that somebody was first.
CREATE OR REPLACE FUNCTION refund_reserves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE standing bigint;
BEGIN
  IF NEW.ground = 'fault' THEN
    PERFORM 1 FROM contracts WHERE id = NEW.contract_id AND party_id = NEW.party_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'a refund of another party''s contract' USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_own_contract'; END IF;
    PERFORM 1 FROM payments WHERE id = NEW.payment_id FOR UPDATE;
    SELECT coalesce((SELECT sum(amount) FROM allocations WHERE payment_id = NEW.payment_id AND contract_id = NEW.contract_id), 0)
      - coalesce((SELECT sum(amount) FROM refunds r WHERE r.payment_id = NEW.payment_id AND r.contract_id = NEW.contract_id
          AND r.ground = 'fault' AND r.id <> NEW.id AND r.state NOT IN ('refused', 'withdrawn')), 0) INTO standing;
    IF NEW.amount > standing THEN
      RAISE EXCEPTION 'a refund of more than stands on the contract' USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_money_free';
    END IF;
  ELSE
    UPDATE payments SET state = 'to-return', party_id = coalesce(party_id, NEW.party_id)
      WHERE id = NEW.payment_id AND side = 'credit' AND state NOT IN ('to-return', 'returned') AND amount - allocated = NEW.amount;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a refund of money that is not free' USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_money_free';
    END IF;
  END IF;
  RETURN NEW;
END $$;
