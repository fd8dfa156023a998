ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_period" CHECK ("to" >= "from" AND "issued_on" >= "from");
--> statement-breakpoint
CREATE TRIGGER "reconciliations_never_changes" BEFORE UPDATE OR DELETE ON "reconciliations" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "reconciliations_never_truncated" BEFORE TRUNCATE ON "reconciliations" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "reconciliations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reconciliations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "reconciliations_house" ON "reconciliations" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "reconciliations_owner" ON "reconciliations" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "reconciliations_own_party" ON "reconciliations" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
GRANT SELECT, INSERT ON reconciliations TO market_customer, market_staff, market_system;
--> statement-breakpoint
-- A code is Crockford's base 32, sixty bits; it stands only on a drawn paper and comes with what its page may show.
ALTER TABLE "files" ADD CONSTRAINT "files_paper_code_form" CHECK ("paper_code" IS NULL OR ("paper_code" ~ '^[0-9A-HJKMNP-TV-Z]{12}$' AND "document_id" IS NOT NULL AND "paper_facts" IS NOT NULL));
--> statement-breakpoint
-- The only way from outside to a paper: whoever holds its code or the hash of its bytes gets what lets them compare, nobody can list.
-- Papers drawn before codes were printed are found by their hash alone.
CREATE FUNCTION verified_paper(asked text) RETURNS TABLE (
  kind text, code text, sha256 text, size bigint, number text, issued_on date, total bigint, account text,
  status text, valid_until date, replaced_by text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT f.kind, f.paper_code, f.sha256, f.size,
    coalesce(f.paper_facts->>'number', i.number, a.number),
    coalesce((f.paper_facts->>'issuedOn')::date, i.issued_on, a.issued_on),
    CASE WHEN f.paper_facts IS NOT NULL THEN (f.paper_facts->>'total')::bigint
      WHEN i.id IS NOT NULL THEN i.total
      ELSE (SELECT sum((line->>'amount')::bigint)::bigint FROM jsonb_array_elements(a.frozen->'lines') line) END,
    CASE WHEN f.paper_facts IS NOT NULL THEN f.paper_facts->>'account' ELSE i.frozen #>> '{seller,bank,iban}' END,
    coalesce(i.status, a.status),
    i.valid_until,
    coalesce(
      (SELECT n.number FROM public.invoices n WHERE n.contract_id = i.contract_id AND n.replaces_id = i.id LIMIT 1),
      (SELECT n.number FROM public.acts n WHERE n.contract_id = a.contract_id AND n.replaces_id = a.id LIMIT 1))
  FROM public.files f
  LEFT JOIN public.invoices i ON f.kind = 'invoice' AND i.id = f.document_id
  LEFT JOIN public.acts a ON f.kind IN ('act', 'deemed-protocol', 'refusal-letter') AND a.id = f.document_id
  WHERE f.document_id IS NOT NULL AND (f.paper_code = asked OR f.sha256 = asked)
  LIMIT 1
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION verified_paper(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION verified_paper(text) TO market_app;
