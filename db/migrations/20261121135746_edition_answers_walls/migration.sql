-- 6.2: a refusal is of a contract of its own party, of an edition of the offer that was published before it, and once.
CREATE FUNCTION refusal_is_of_its_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM contracts c WHERE c.id = NEW.contract_id AND c.party_id = NEW.party_id) THEN
    RAISE EXCEPTION 'a refusal of somebody else''s contract' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM editions e JOIN documents d ON d.id = e.document_id
    WHERE e.id = NEW.edition_id AND d.kind = 'offer' AND e.published_on <= NEW.refused_on
  ) THEN RAISE EXCEPTION 'only a published edition of the offer is refused' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "edition_refusals_of_its_party" BEFORE INSERT ON "edition_refusals" FOR EACH ROW EXECUTE FUNCTION refusal_is_of_its_party();
--> statement-breakpoint
-- What the customer said never changes, and what the lawyer answered is said once.
CREATE FUNCTION refusal_is_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answered_at IS NOT NULL OR (OLD.edition_id, OLD.contract_id, OLD.party_id, OLD.refused_on, OLD.refused_at, OLD.reason)
    IS DISTINCT FROM (NEW.edition_id, NEW.contract_id, NEW.party_id, NEW.refused_on, NEW.refused_at, NEW.reason)
  THEN RAISE EXCEPTION 'a refusal is answered once and else never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "edition_refusals_answered_once" BEFORE UPDATE ON "edition_refusals" FOR EACH ROW EXECUTE FUNCTION refusal_is_answered_once();
--> statement-breakpoint
-- 7.2: an invoice asks for money on the account that the offer in force on its day names, and on no other.
CREATE FUNCTION invoice_names_account_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE account text;
BEGIN
  SELECT e.seller #>> '{bank,iban}' INTO account FROM editions e JOIN documents d ON d.id = e.document_id
    WHERE d.slug = 'license-bitrix24-market' AND e.language = 'ru' AND e.in_force_from <= NEW.issued_on
    ORDER BY e.in_force_from DESC, e.number DESC LIMIT 1;
  IF account IS DISTINCT FROM (NEW.frozen #>> '{seller,bank,iban}') THEN
    RAISE EXCEPTION 'an invoice names the account of the edition in force' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "invoices_account_in_force" BEFORE INSERT ON "invoices" FOR EACH ROW EXECUTE FUNCTION invoice_names_account_in_force();
