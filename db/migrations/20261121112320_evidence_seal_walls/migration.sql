ALTER TABLE "evidence_seals" ADD CONSTRAINT "evidence_seals_kind_known" CHECK ("kind" IN ('day', 'extra'));
--> statement-breakpoint
ALTER TABLE "evidence_seals" ADD CONSTRAINT "evidence_seals_range" CHECK ("seq" > 0 AND "entries" > 0 AND "last_id" - "first_id" + 1 >= "entries");
--> statement-breakpoint
CREATE TRIGGER "evidence_seals_never_changes" BEFORE UPDATE OR DELETE ON "evidence_seals" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "evidence_seals_never_truncated" BEFORE TRUNCATE ON "evidence_seals" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- Heads are public: that is what they are for.
GRANT SELECT ON evidence_seals TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON evidence_seals TO market_system;
--> statement-breakpoint
-- Waits for every transaction that is writing evidence now and lets nobody begin until the caller's own ends: afterwards no
-- number up to the highest seen can appear. Locking takes a right that the application must not have, hence the definer.
CREATE FUNCTION hold_evidence() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  LOCK TABLE public.evidence IN SHARE MODE;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION hold_evidence() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION hold_evidence() TO market_system;
