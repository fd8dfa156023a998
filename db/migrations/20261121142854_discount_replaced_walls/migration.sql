-- 7.2 and 3.2: an invoice that only changes the account keeps its sum, also when the rule behind it has ended meanwhile.
CREATE OR REPLACE FUNCTION invoice_discount_is_a_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_typeof(NEW.frozen->'discount') = 'object' AND NOT EXISTS (
    SELECT 1 FROM discount_rules r WHERE r.id = (NEW.frozen #>> '{discount,ruleId}')::uuid
      AND r.basis_points = (NEW.frozen #>> '{discount,basisPoints}')::integer AND (r.party_id IS NULL OR r.party_id = NEW.party_id)
      AND r.valid_from <= NEW.issued_on AND (r.valid_to IS NULL OR r.valid_to >= NEW.issued_on)
  ) AND NOT EXISTS (
    SELECT 1 FROM invoices i WHERE i.id = NEW.replaces_id AND i.contract_id = NEW.contract_id AND i.total = NEW.total
      AND i.valid_until >= NEW.issued_on AND i.frozen->'discount' = NEW.frozen->'discount'
  ) THEN RAISE EXCEPTION 'an invoice takes off what a rule in force says' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
