-- The person of this transaction, beside the party: kept answers and sessions are a person's own.
CREATE FUNCTION current_person() RETURNS text LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.user', true), '') $$;
--> statement-breakpoint
ALTER TABLE "idempotency" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "idempotency_house" ON "idempotency" TO market_app, market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "idempotency_owner" ON "idempotency" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "idempotency_own" ON "idempotency" TO market_customer USING (actor_id = current_person()) WITH CHECK (actor_id = current_person());
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "sessions_house" ON "sessions" TO market_app, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "sessions_owner" ON "sessions" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "sessions_own" ON "sessions" TO market_customer USING (user_id::text = current_person()) WITH CHECK (user_id::text = current_person());
--> statement-breakpoint
GRANT SELECT (user_id) ON sessions TO market_customer;
