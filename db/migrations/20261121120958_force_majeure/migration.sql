CREATE TABLE "force_majeure_cases" (
	"id" uuid PRIMARY KEY,
	"kind" text NOT NULL,
	"from" date NOT NULL,
	"expected_to" date NOT NULL,
	"declared_by" text NOT NULL,
	"party_id" uuid,
	"scope" text NOT NULL,
	"description" text NOT NULL,
	"file_id" uuid,
	"declared_at" timestamp with time zone NOT NULL,
	"declared_on" date NOT NULL,
	"declarer" text NOT NULL,
	"late" boolean NOT NULL,
	CONSTRAINT "force_majeure_cases_days" CHECK ("expected_to" >= "from" and "declared_on" >= "from"),
	CONSTRAINT "force_majeure_cases_sides" CHECK (("declared_by" = 'customer') = ("party_id" is not null) and "declared_by" in ('seller', 'customer')
        and "scope" in ('all', 'listed') and ("scope" = 'listed' or "declared_by" = 'seller'))
);
--> statement-breakpoint
CREATE TABLE "force_majeure_contracts" (
	"case_id" uuid,
	"contract_id" uuid,
	"party_id" uuid NOT NULL,
	CONSTRAINT "force_majeure_contracts_pkey" PRIMARY KEY("contract_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "force_majeure_ends" (
	"case_id" uuid PRIMARY KEY,
	"ended_on" date NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"ended_by" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "force_majeure_cases_from" ON "force_majeure_cases" ("from" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "force_majeure_contracts_case" ON "force_majeure_contracts" ("case_id");--> statement-breakpoint
ALTER TABLE "force_majeure_cases" ADD CONSTRAINT "force_majeure_cases_party_id_parties_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id");--> statement-breakpoint
ALTER TABLE "force_majeure_contracts" ADD CONSTRAINT "force_majeure_contracts_case_id_force_majeure_cases_id_fkey" FOREIGN KEY ("case_id") REFERENCES "force_majeure_cases"("id");--> statement-breakpoint
ALTER TABLE "force_majeure_contracts" ADD CONSTRAINT "force_majeure_contracts_contract_id_contracts_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id");--> statement-breakpoint
ALTER TABLE "force_majeure_ends" ADD CONSTRAINT "force_majeure_ends_case_id_force_majeure_cases_id_fkey" FOREIGN KEY ("case_id") REFERENCES "force_majeure_cases"("id");