-- What a proof said and what was given away stays as it was.
CREATE TRIGGER "book_proofs_never_changes" BEFORE UPDATE OR DELETE ON "book_proofs" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "book_proofs_never_truncated" BEFORE TRUNCATE ON "book_proofs" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "book_exports_never_changes" BEFORE UPDATE OR DELETE ON "book_exports" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "book_exports_never_truncated" BEFORE TRUNCATE ON "book_exports" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "book_proofs" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "book_proofs" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "book_proofs_house" ON "book_proofs" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "book_proofs_owner" ON "book_proofs" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON book_proofs TO market_staff, market_system;
--> statement-breakpoint
ALTER TABLE "book_exports" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "book_exports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "book_exports_house" ON "book_exports" TO market_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "book_exports_owner" ON "book_exports" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON book_exports TO market_staff;
