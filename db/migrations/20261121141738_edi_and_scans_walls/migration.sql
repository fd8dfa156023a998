-- What was ordered keeps its number and its addresses; what was handed over or given up stays so.
CREATE FUNCTION edi_document_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'queued'
    OR (OLD.id, OLD.act_id, OLD.contract_id, OLD.document_id, OLD.sender_gln, OLD.receiver_gln, OLD.ordered_at, OLD.ordered_by)
    IS DISTINCT FROM (NEW.id, NEW.act_id, NEW.contract_id, NEW.document_id, NEW.sender_gln, NEW.receiver_gln, NEW.ordered_at, NEW.ordered_by)
  THEN RAISE EXCEPTION 'an EDI document only goes forward' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "edi_documents_forward" BEFORE UPDATE ON "edi_documents" FOR EACH ROW EXECUTE FUNCTION edi_document_goes_forward();
--> statement-breakpoint
-- A delivery is evidence of what came: a person only says what was done with it, once.
CREATE FUNCTION edi_arrival_is_settled_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome <> 'waiting' OR NEW.outcome <> 'settled'
    OR (OLD.id, OLD.external_id, OLD.type, OLD.name, OLD.processed_at, OLD.received_at, OLD.file_id, OLD.kind, OLD.code, OLD.document_id)
    IS DISTINCT FROM (NEW.id, NEW.external_id, NEW.type, NEW.name, NEW.processed_at, NEW.received_at, NEW.file_id, NEW.kind, NEW.code, NEW.document_id)
  THEN RAISE EXCEPTION 'a delivery is settled once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "edi_arrivals_settled_once" BEFORE UPDATE ON "edi_arrivals" FOR EACH ROW EXECUTE FUNCTION edi_arrival_is_settled_once();
--> statement-breakpoint
-- A stack that was closed is not opened again, and what was put on the scanner stays.
CREATE FUNCTION scan_stack_stays_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('filed', 'cancelled', 'broken') OR (OLD.id, OLD.uploaded_at, OLD.uploaded_by) IS DISTINCT FROM (NEW.id, NEW.uploaded_at, NEW.uploaded_by)
  THEN RAISE EXCEPTION 'a closed stack stays closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "scan_stacks_stay_closed" BEFORE UPDATE ON "scan_stacks" FOR EACH ROW EXECUTE FUNCTION scan_stack_stays_closed();
--> statement-breakpoint
ALTER TABLE "scan_pages" ADD CONSTRAINT "scan_pages_trouble_known" CHECK ("trouble" IS NULL OR "trouble" IN ('unreadable', 'foreign', 'twice', 'incomplete', 'refused'));
--> statement-breakpoint
ALTER TABLE "scan_pages" ADD CONSTRAINT "scan_pages_put_aside_has_reason" CHECK ("settled_at" IS NULL OR "filed_file_id" IS NOT NULL OR coalesce(length("note"), 0) >= 10);
--> statement-breakpoint
CREATE TRIGGER "scan_files_never_changes" BEFORE UPDATE OR DELETE ON "scan_files" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "edi_documents_never_deleted" BEFORE DELETE ON "edi_documents" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "edi_arrivals_never_deleted" BEFORE DELETE ON "edi_arrivals" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "scan_stacks_never_deleted" BEFORE DELETE ON "scan_stacks" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "scan_pages_never_deleted" BEFORE DELETE ON "scan_pages" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "edi_documents_never_truncated" BEFORE TRUNCATE ON "edi_documents" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "edi_documents" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "edi_documents" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "edi_documents_house" ON "edi_documents" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "edi_documents_owner" ON "edi_documents" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "edi_arrivals_never_truncated" BEFORE TRUNCATE ON "edi_arrivals" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "edi_arrivals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "edi_arrivals" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "edi_arrivals_house" ON "edi_arrivals" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "edi_arrivals_owner" ON "edi_arrivals" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "scan_stacks_never_truncated" BEFORE TRUNCATE ON "scan_stacks" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "scan_stacks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "scan_stacks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "scan_stacks_house" ON "scan_stacks" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "scan_stacks_owner" ON "scan_stacks" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "scan_files_never_truncated" BEFORE TRUNCATE ON "scan_files" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "scan_files" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "scan_files" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "scan_files_house" ON "scan_files" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "scan_files_owner" ON "scan_files" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE TRIGGER "scan_pages_never_truncated" BEFORE TRUNCATE ON "scan_pages" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "scan_pages" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "scan_pages" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "scan_pages_house" ON "scan_pages" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "scan_pages_owner" ON "scan_pages" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON edi_documents, scan_stacks, scan_files TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (state, file_id, sent_at, failed_at, failure) ON edi_documents TO market_staff, market_system;
--> statement-breakpoint
GRANT SELECT ON edi_arrivals TO market_staff;
--> statement-breakpoint
GRANT UPDATE (outcome, settled_at, settled_by, note, contract_id) ON edi_arrivals TO market_staff;
--> statement-breakpoint
GRANT SELECT, INSERT ON edi_arrivals, scan_pages TO market_system;
--> statement-breakpoint
GRANT SELECT ON scan_pages TO market_staff;
--> statement-breakpoint
GRANT UPDATE (state, version, pages, closed_at, closed_by, code) ON scan_stacks TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (read_at, number, page, "of", act_id, trouble, code, picture_id, filed_file_id, settled_at, settled_by, note) ON scan_pages TO market_staff, market_system;
--> statement-breakpoint
-- Either side may say who signed a container; nobody here checks a signature.
GRANT UPDATE (signer) ON acts TO market_customer, market_staff, market_system;
