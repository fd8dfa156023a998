-- A portion of a bank statement sets hundreds of payments at once: the running sums move once a statement, not once a row. What
-- must hold is the same: invoice first, then payment; CHECKs refuse a kopeck too much; only credits that are not to go back take part.
CREATE OR REPLACE FUNCTION allocation_moves_sums() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved bigint;
BEGIN
  UPDATE invoices i SET paid = i.paid + s.amount
    FROM (SELECT invoice_id, sum(amount) AS amount FROM put GROUP BY invoice_id) s WHERE i.id = s.invoice_id;
  UPDATE payments p SET allocated = p.allocated + s.amount
    FROM (SELECT payment_id, sum(amount) AS amount FROM put GROUP BY payment_id) s
    WHERE p.id = s.payment_id AND p.side = 'credit' AND p.state <> 'to-return';
  GET DIAGNOSTICS moved = ROW_COUNT;
  IF moved <> (SELECT count(DISTINCT payment_id) FROM put)
  THEN RAISE EXCEPTION 'allocation of a payment that does not exist, is no credit or is to be returned';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER "allocations_move_sums" ON "allocations";
--> statement-breakpoint
CREATE TRIGGER "allocations_move_sums" AFTER INSERT ON "allocations" REFERENCING NEW TABLE AS put
  FOR EACH STATEMENT EXECUTE FUNCTION allocation_moves_sums();
