ALTER TABLE "contracts" DROP CONSTRAINT "contracts_stage_known";
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_stage_known" CHECK ("stage" IN ('ordered', 'invoiced', 'lapsed', 'cancelled', 'concluded', 'active', 'ended', 'terminated'));
--> statement-breakpoint
ALTER TABLE "contracts" DROP CONSTRAINT "contracts_concluded_is_complete";
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_concluded_is_complete" CHECK (("stage" NOT IN ('concluded', 'active', 'ended', 'terminated')) OR ("accepted_on" IS NOT NULL AND "paid_on" IS NOT NULL AND "credited_on" IS NOT NULL AND "accepted_offer_id" IS NOT NULL AND "concluded_at" IS NOT NULL));
--> statement-breakpoint
ALTER TABLE "contracts" DROP CONSTRAINT "contracts_act_needs_access";
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_act_needs_access" CHECK ("act" = 'none' OR ("stage" IN ('active', 'ended', 'terminated') AND "activated_on" IS NOT NULL));
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_terminated_is_complete" CHECK (("stage" = 'terminated') = ("terminated_on" IS NOT NULL) AND ("stage" = 'terminated') = ("termination_ground" IS NOT NULL));
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_termination_ground_known" CHECK ("termination_ground" IN ('fault', 'early'));
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_activation_refusal_has_reason" CHECK (("activation_refused_on" IS NULL) = ("activation_refusal" IS NULL) AND ("activation_refusal" IS NULL OR length("activation_refusal") >= 10));
--> statement-breakpoint
-- 4.4.2 always opens the question; only a lawyer's answer with its reason closes it.
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_money_question" CHECK (
  ("money_question" IS NOT NULL) = ("termination_ground" IS NOT DISTINCT FROM 'fault')
  AND ("money_question" IS NULL OR "money_question" IN ('open', 'settled'))
  AND ("money_question" IS NOT DISTINCT FROM 'settled') = ("money_outcome" IS NOT NULL)
  AND ("money_outcome" IS NULL OR ("money_outcome" IN ('refund', 'part', 'none') AND length("money_decision") >= 10 AND "money_settled_on" IS NOT NULL))
);
--> statement-breakpoint
-- Access that was given up before it began is an empty range. A range only ever loses its end.
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_period_not_empty";
--> statement-breakpoint
CREATE FUNCTION subscription_only_shrinks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (NEW.period <@ OLD.period) OR (NOT isempty(NEW.period) AND lower(NEW.period) <> lower(OLD.period))
  THEN RAISE EXCEPTION 'access is only cut short' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "subscriptions_only_shrink" BEFORE UPDATE ON "subscriptions" FOR EACH ROW EXECUTE FUNCTION subscription_only_shrinks();
--> statement-breakpoint
CREATE FUNCTION subscription_begins_with_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF isempty(NEW.period) THEN RAISE EXCEPTION 'a subscription begins with days' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "subscriptions_begin_with_days" BEFORE INSERT ON "subscriptions" FOR EACH ROW EXECUTE FUNCTION subscription_begins_with_days();
--> statement-breakpoint
GRANT UPDATE (period) ON subscriptions TO market_customer;
--> statement-breakpoint
GRANT UPDATE (terminated_on, termination_ground, money_question, assignment_refused_on) ON contracts TO market_customer;
--> statement-breakpoint
GRANT UPDATE (activation_refused_on, activation_refusal, money_question, money_outcome, money_decision, money_settled_on) ON contracts TO market_staff, market_system;
