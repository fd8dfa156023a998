CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- The tenant of this transaction; without it a customer's role sees nothing.
CREATE FUNCTION current_party() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.party', true), '')::uuid $$;
--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_staff_role_known" CHECK ("staff_role" IN ('sales', 'accountant', 'lawyer', 'director', 'admin'));
--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_locale_known" CHECK ("locale" IN ('ru', 'be', 'en'));
--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_role_known" CHECK ("role" IN ('owner', 'buyer', 'accountant', 'reader'));
--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_purpose_known" CHECK ("purpose" IN ('confirm-email', 'reset-password', 'invitation', 'staff-invitation'));
--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_kind_known" CHECK ("kind" IN ('legalEntity', 'soleProprietor', 'individual'));
--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_act_channel_known" CHECK ("act_channel" IN ('edi', 'post'));
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kind_known" CHECK ("kind" IN ('offer', 'price-list', 'usage-rules', 'privacy-policy', 'other'));
--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_status_known" CHECK ("status" IN ('published'));
--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_language_known" CHECK ("language" IN ('ru', 'be', 'en', 'kk'));
--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_dates" CHECK ("in_force_from" >= "published_on");
--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_positive" CHECK ("amount" > 0 AND "months" > 0);
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_stage_known" CHECK ("stage" IN ('ordered', 'invoiced', 'lapsed', 'cancelled', 'concluded', 'active', 'ended'));
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_act_known" CHECK ("act" IN ('none', 'issued', 'sent', 'received', 'signed', 'refused', 'deemed'));
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_total_positive" CHECK ("total" > 0);
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_concluded_is_complete" CHECK (("stage" NOT IN ('concluded', 'active', 'ended')) OR ("accepted_on" IS NOT NULL AND "paid_on" IS NOT NULL AND "credited_on" IS NOT NULL AND "accepted_offer_id" IS NOT NULL AND "concluded_at" IS NOT NULL));
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_act_needs_access" CHECK ("act" = 'none' OR "stage" IN ('active', 'ended'));
--> statement-breakpoint
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_positive" CHECK ("amount" > 0 AND "months" > 0 AND "position" > 0);
--> statement-breakpoint
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_period" CHECK (("active_from" IS NULL) = ("active_to" IS NULL) AND ("active_to" IS NULL OR "active_to" >= "active_from"));
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_status_known" CHECK ("status" IN ('live', 'expired', 'cancelled', 'paid'));
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_paid_within" CHECK ("paid" >= 0 AND "paid" <= "total");
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_paid_in_full" CHECK ("status" <> 'paid' OR "paid" = "total");
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_dates" CHECK ("valid_until" >= "issued_on");
--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_status_known" CHECK ("status" IN ('issued', 'sent', 'received', 'signed', 'refused', 'deemed', 'replaced'));
--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_channel_known" CHECK ("channel" IN ('edi', 'post'));
--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_refusal_has_reason" CHECK ("status" <> 'refused' OR length("refusal_reason") >= 10);
--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_sent_has_date" CHECK ("status" IN ('issued', 'replaced') OR "sent_on" IS NOT NULL);
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_allocated_within" CHECK ("allocated" >= 0 AND "allocated" <= "amount");
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_amount_positive" CHECK ("amount" > 0);
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_side_known" CHECK ("side" IN ('credit', 'debit'));
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_state_known" CHECK ("state" IN ('none', 'unmatched', 'unidentified', 'proposed', 'allocated', 'balance'));
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_debits_are_not_allocated" CHECK ("side" = 'credit' OR ("allocated" = 0 AND "state" = 'none'));
--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_identity" CHECK ("opening" + "credits" - "debits" = "closing");
--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_kind_known" CHECK ("kind" IN ('automatic', 'accountant', 'discretion'));
--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_sign" CHECK (("reverses_id" IS NULL AND "amount" > 0) OR ("reverses_id" IS NOT NULL AND "amount" < 0));
--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_discretion_has_reason" CHECK ("kind" <> 'discretion' OR length("reason") >= 10);
--> statement-breakpoint
CREATE UNIQUE INDEX "allocations_reversed_once" ON "allocations" ("reverses_id") WHERE "reverses_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_status_known" CHECK ("status" IN ('queued', 'accepted', 'retrying', 'failed'));
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_period_not_empty" CHECK (NOT isempty("period"));
--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_no_overlap" EXCLUDE USING gist ("portal" WITH =, "period" WITH &&);
--> statement-breakpoint
ALTER TABLE "demo_clock" ADD CONSTRAINT "demo_clock_one_row" CHECK ("id" = 1);
--> statement-breakpoint
-- Allocations move the two running sums; their CHECKs refuse a kopeck too much. Invoice first, then payment: one lock order.
CREATE FUNCTION allocation_moves_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoices SET paid = paid + NEW.amount WHERE id = NEW.invoice_id;
  UPDATE payments SET allocated = allocated + NEW.amount WHERE id = NEW.payment_id AND side = 'credit';
  IF NOT FOUND THEN RAISE EXCEPTION 'allocation of a payment that does not exist or is no credit'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "allocations_move_sums" AFTER INSERT ON "allocations" FOR EACH ROW EXECUTE FUNCTION allocation_moves_sums();
--> statement-breakpoint
CREATE FUNCTION never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "evidence_never_changes" BEFORE UPDATE OR DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "evidence_never_truncated" BEFORE TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "allocations_never_changes" BEFORE UPDATE OR DELETE ON "allocations" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "allocations_never_truncated" BEFORE TRUNCATE ON "allocations" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "editions_never_changes" BEFORE UPDATE OR DELETE ON "editions" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "editions_never_truncated" BEFORE TRUNCATE ON "editions" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "prices_never_changes" BEFORE UPDATE OR DELETE ON "prices" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "prices_never_truncated" BEFORE TRUNCATE ON "prices" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "requisites_versions_never_changes" BEFORE UPDATE OR DELETE ON "requisites_versions" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "requisites_versions_never_truncated" BEFORE TRUNCATE ON "requisites_versions" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "file_chunks_never_changes" BEFORE UPDATE OR DELETE ON "file_chunks" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "file_chunks_never_truncated" BEFORE TRUNCATE ON "file_chunks" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "parties" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "parties" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "parties_house" ON "parties" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "parties_owner" ON "parties" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "users_house" ON "users" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "users_owner" ON "users" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "requisites_versions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "requisites_versions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "requisites_versions_house" ON "requisites_versions" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "requisites_versions_owner" ON "requisites_versions" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "contracts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "contracts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "contracts_house" ON "contracts" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "contracts_owner" ON "contracts" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "contract_lines" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "contract_lines" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "contract_lines_house" ON "contract_lines" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "contract_lines_owner" ON "contract_lines" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "invoices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "invoices_house" ON "invoices" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "invoices_owner" ON "invoices" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "acts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "acts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "acts_house" ON "acts" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "acts_owner" ON "acts" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "subscriptions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "subscriptions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "subscriptions_house" ON "subscriptions" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "subscriptions_owner" ON "subscriptions" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "payments" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "payments_house" ON "payments" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "payments_owner" ON "payments" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "allocations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "allocations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "allocations_house" ON "allocations" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "allocations_owner" ON "allocations" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "evidence" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "evidence_house" ON "evidence" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "evidence_owner" ON "evidence" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "files" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "files_house" ON "files" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "files_owner" ON "files" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "file_chunks" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "file_chunks" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "file_chunks_house" ON "file_chunks" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "file_chunks_owner" ON "file_chunks" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "mails" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "mails_house" ON "mails" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "mails_owner" ON "mails" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "members" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "members_house" ON "members" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "members_owner" ON "members" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "requisites_versions_own_party" ON "requisites_versions" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "contracts_own_party" ON "contracts" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "contract_lines_own_party" ON "contract_lines" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "invoices_own_party" ON "invoices" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "acts_own_party" ON "acts" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "subscriptions_own_party" ON "subscriptions" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "payments_own_party" ON "payments" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "allocations_own_party" ON "allocations" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "evidence_own_party" ON "evidence" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "files_own_party" ON "files" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "file_chunks_own_party" ON "file_chunks" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "mails_own_party" ON "mails" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "members_own_party" ON "members" TO market_customer USING (party_id = current_party()) WITH CHECK (party_id = current_party());
--> statement-breakpoint
CREATE POLICY "parties_own" ON "parties" TO market_customer USING (id = current_party()) WITH CHECK (id = current_party());
--> statement-breakpoint
CREATE POLICY "users_colleagues" ON "users" FOR SELECT TO market_customer USING (EXISTS (SELECT 1 FROM members m WHERE m.user_id = users.id AND m.party_id = current_party()));
--> statement-breakpoint
CREATE POLICY "users_sign_in" ON "users" TO market_app USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "members_sign_in" ON "members" FOR SELECT TO market_app USING (true);
--> statement-breakpoint
CREATE POLICY "evidence_account" ON "evidence" TO market_app USING (chain LIKE 'user:%') WITH CHECK (chain LIKE 'user:%' AND party_id IS NULL);
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT SELECT ON documents, editions, prices, settings TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
-- Signing in and out, before there is a tenant.
GRANT SELECT, INSERT, UPDATE ON users, sessions, one_time_links TO market_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes, rate_limits TO market_app;
--> statement-breakpoint
GRANT SELECT ON members, worker_heartbeats TO market_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON evidence TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON outbox TO market_app, market_customer, market_staff;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (result) ON idempotency TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT SELECT ON demo_clock TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
-- The customer: reads its own, writes what its steps write, and no frozen column ever.
--> statement-breakpoint
GRANT SELECT ON parties, requisites_versions, contracts, contract_lines, invoices, acts, subscriptions, payments, allocations, files, file_chunks, mails, members, users TO market_customer;
--> statement-breakpoint
GRANT INSERT ON parties, requisites_versions, contracts, contract_lines, invoices, files, file_chunks, members TO market_customer;
--> statement-breakpoint
GRANT UPDATE (name, unp, iban, act_channel, version, requisites_version) ON parties TO market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (version, stage, act, total, requisites_id, shown_offer_id, shown_price_list_id, shown_rules_id, bindings, cancelled_at, cancel_reason) ON contracts TO market_customer;
--> statement-breakpoint
GRANT UPDATE (amount) ON contract_lines TO market_customer;
--> statement-breakpoint
GRANT UPDATE (status, closed_reason) ON invoices TO market_customer;
--> statement-breakpoint
GRANT UPDATE (status, received_on, answer_due_on, signed_on, signed_file_id, refused_on, refusal_reason, refusal_file_id, late_signed_on) ON acts TO market_customer;
--> statement-breakpoint
GRANT UPDATE (role, removed_at, legal_notices) ON members TO market_customer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON number_series TO market_customer, market_staff, market_system;
--> statement-breakpoint
-- The house: reads all, changes what its steps change.
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO market_staff, market_system;
--> statement-breakpoint
REVOKE SELECT ON sessions, one_time_links, second_factors, recovery_codes FROM market_staff;
--> statement-breakpoint
GRANT INSERT ON parties, requisites_versions, contracts, contract_lines, invoices, acts, subscriptions, statements, payments, allocations, files, file_chunks, settings, mails, members, job_runs TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (version, stage, act, total, requisites_id, shown_offer_id, shown_price_list_id, shown_rules_id, accepted_offer_id, bindings, paid_on, credited_on, accepted_on, concluded_at, activation_due_on, act_due_on, activated_on, ends_on, ended_at, cancelled_at, cancel_reason) ON contracts TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (amount, continues_from, active_from, active_to, activated_at, activated_by, evidence_file_id) ON contract_lines TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (status, paid, closed_reason) ON invoices TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (status, channel, sent_on, edi_document_id, tracking_number, received_on, answer_due_on, deemed_due_on, signed_on, signed_file_id, refused_on, refusal_reason, refusal_file_id, deemed_on, late_signed_on) ON acts TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (new_lines) ON statements TO market_staff, market_system;
--> statement-breakpoint
GRANT UPDATE (allocated, state, proposals, party_id) ON payments TO market_staff, market_system;
--> statement-breakpoint
GRANT INSERT, UPDATE ON demo_clock TO market_staff, market_system;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON outbox, mails, job_runs, worker_heartbeats, idempotency TO market_system;
--> statement-breakpoint
GRANT INSERT, UPDATE ON users TO market_system;
--> statement-breakpoint
GRANT INSERT, UPDATE ON one_time_links TO market_system;
--> statement-breakpoint
GRANT UPDATE (status, next_attempt_at, attempts) ON mails TO market_staff;
--> statement-breakpoint
GRANT DELETE ON rate_limits, sessions, one_time_links TO market_system;
--> statement-breakpoint
GRANT SELECT (id), UPDATE (party_id) ON sessions TO market_customer;
