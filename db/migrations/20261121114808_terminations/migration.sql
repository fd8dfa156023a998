ALTER TABLE "contracts" ADD COLUMN "activation_refused_on" date;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "activation_refusal" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "terminated_on" date;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "termination_ground" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "money_question" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "money_outcome" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "money_decision" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "money_settled_on" date;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "assignment_refused_on" date;--> statement-breakpoint
CREATE INDEX "contracts_money" ON "contracts" ("terminated_on","id") WHERE "money_question" = 'open';