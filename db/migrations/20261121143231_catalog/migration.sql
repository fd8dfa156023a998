CREATE TABLE "product_versions" (
	"product_id" uuid,
	"version" integer,
	"move" text NOT NULL,
	"status" text NOT NULL,
	"card" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"reason" text,
	CONSTRAINT "product_versions_pkey" PRIMARY KEY("product_id","version"),
	CONSTRAINT "product_versions_move_known" CHECK ("move" in ('add', 'edit', 'import', 'hide', 'show')),
	CONSTRAINT "product_versions_status_known" CHECK ("status" in ('published', 'hidden')),
	CONSTRAINT "product_versions_hidden_why" CHECK ("move" <> 'hide' or coalesce(length("reason"), 0) > 0)
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY,
	"slug" text NOT NULL UNIQUE,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"vendor" text NOT NULL,
	"what" text NOT NULL,
	"category" text NOT NULL,
	"data_accessed" text[] NOT NULL,
	"licence" text,
	"addendum" text,
	"territory" text[],
	"included" text NOT NULL,
	"support_contact" text,
	"support_days" integer,
	"source_url" text,
	"example" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_status_known" CHECK ("status" in ('published', 'hidden')),
	CONSTRAINT "products_included_known" CHECK ("included" in ('yes', 'no', 'unknown')),
	CONSTRAINT "products_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("slug") <= 60),
	CONSTRAINT "products_support_days" CHECK ("support_days" between 1 and 365),
	CONSTRAINT "products_territory" CHECK ("territory" is null or cardinality("territory") > 0)
);
--> statement-breakpoint
CREATE INDEX "products_listed" ON "products" ("status","name");--> statement-breakpoint
ALTER TABLE "product_versions" ADD CONSTRAINT "product_versions_product_id_products_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id");