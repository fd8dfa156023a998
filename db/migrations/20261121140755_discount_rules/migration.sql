CREATE TABLE "discount_rules" (
	"id" uuid PRIMARY KEY,
	"kind" text NOT NULL,
	"min_quantity" integer,
	"party_id" uuid,
	"basis_points" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"reason" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "discount_rules_kind_known" CHECK ("kind" in ('quantity', 'partner')),
	CONSTRAINT "discount_rules_whose" CHECK (("kind" = 'quantity') = ("min_quantity" is not null) and ("kind" = 'partner') = ("party_id" is not null)
        and ("min_quantity" is null or "min_quantity" between 2 and 50)),
	CONSTRAINT "discount_rules_share" CHECK ("basis_points" between 1 and 9000),
	CONSTRAINT "discount_rules_dates" CHECK ("valid_to" is null or "valid_to" >= "valid_from" - 1),
	CONSTRAINT "discount_rules_ended_whole" CHECK (("ended_at" is null) = ("ended_by" is null) and ("ended_at" is null) = ("end_reason" is null)
        and ("ended_at" is null or "valid_to" is not null))
);
--> statement-breakpoint
CREATE INDEX "discount_rules_party" ON "discount_rules" ("party_id");--> statement-breakpoint
ALTER TABLE "discount_rules" ADD CONSTRAINT "discount_rules_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");