-- What is in the books stays: a mistake is taken back by a row the other way round.
CREATE TRIGGER "ledger_entries_never_changes" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "ledger_entries_never_truncated" BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "closed_months_never_changes" BEFORE UPDATE OR DELETE ON "closed_months" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "closed_months_never_truncated" BEFORE TRUNCATE ON "closed_months" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- The facts of before the books, each on its own day; nothing is closed yet.
INSERT INTO ledger_entries (id, source, source_id, debit, credit, amount, day, fact_day, posted_at, posted_by)
  SELECT gen_random_uuid(), 'payment', id, CASE side WHEN 'credit' THEN 'bank' ELSE 'other' END,
    CASE side WHEN 'credit' THEN 'unallocated' ELSE 'bank' END, amount, credit_date, credit_date, now(), 'job:ledger'
  FROM payments;
--> statement-breakpoint
INSERT INTO ledger_entries (id, source, source_id, debit, credit, amount, day, fact_day, party_id, contract_id, posted_at, posted_by)
  SELECT gen_random_uuid(), 'allocation', id, CASE WHEN amount > 0 THEN 'unallocated' ELSE 'advances' END,
    CASE WHEN amount > 0 THEN 'advances' ELSE 'unallocated' END, abs(amount), (at AT TIME ZONE 'Europe/Minsk')::date,
    (at AT TIME ZONE 'Europe/Minsk')::date, party_id, contract_id, now(), 'job:ledger'
  FROM allocations WHERE amount <> 0;
--> statement-breakpoint
INSERT INTO ledger_entries (id, source, source_id, debit, credit, amount, day, fact_day, party_id, contract_id, posted_at, posted_by)
  SELECT gen_random_uuid(), leg.source, a.id, leg.debit, leg.credit, leg.amount, coalesce(a.signed_on, a.deemed_on),
    coalesce(a.signed_on, a.deemed_on), a.party_id, a.contract_id, now(), 'job:ledger'
  FROM acts a,
    LATERAL (SELECT sum(gross)::bigint AS gross, sum(CASE WHEN a.frozen->'vat'->>'kind' = 'included' THEN (200 * gross + 120) / 240 ELSE gross END)::bigint AS net
      FROM (SELECT (line->>'amount')::bigint AS gross FROM jsonb_array_elements(a.frozen->'lines') line) lines) sums,
    LATERAL (VALUES ('act', 'receivable', 'revenue', sums.net), ('act', 'receivable', 'vat', sums.gross - sums.net),
      ('settlement', 'advances', 'receivable', sums.gross)) AS leg(source, debit, credit, amount)
  WHERE a.status IN ('signed', 'deemed') AND leg.amount > 0;
--> statement-breakpoint
-- Once a statement, not once a row. Closing a month waits for entries on their way and they for it, so none slips in behind the checklist.
CREATE FUNCTION months_are_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE shut date;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('ledger_month', 0));
  SELECT month INTO shut FROM closed_months WHERE month IN (SELECT date_trunc('month', day)::date FROM fresh) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the month of % is closed', shut USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_month_closed';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "ledger_entries_month_open" AFTER INSERT ON "ledger_entries" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION months_are_open();
--> statement-breakpoint
CREATE FUNCTION month_closes_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger_month', 0));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "closed_months_alone" BEFORE INSERT ON "closed_months" FOR EACH ROW EXECUTE FUNCTION month_closes_alone();
--> statement-breakpoint
ALTER TABLE "ledger_entries" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "ledger_entries" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "ledger_entries_house" ON "ledger_entries" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "ledger_entries_owner" ON "ledger_entries" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- A customer's signature earns revenue: its own act may enter the books, nothing else.
CREATE POLICY "ledger_entries_own_party" ON "ledger_entries" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party() AND source IN ('act', 'settlement'));
--> statement-breakpoint
GRANT SELECT, INSERT ON ledger_entries TO market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT SELECT ON closed_months TO market_customer, market_system;
--> statement-breakpoint
GRANT SELECT, INSERT ON closed_months TO market_staff;
