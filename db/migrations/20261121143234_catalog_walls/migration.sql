-- A product keeps its address and moves by one version at a time.
CREATE FUNCTION product_moves_by_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.slug, NEW.example) IS DISTINCT FROM (OLD.id, OLD.slug, OLD.example) OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a product keeps its address and moves by one version' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "products_move_by_versions" BEFORE UPDATE ON "products" FOR EACH ROW EXECUTE FUNCTION product_moves_by_versions();
--> statement-breakpoint
-- Asked when the transaction ends: no state of a product without its row of history, and no history of another state.
CREATE FUNCTION product_has_its_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM product_versions v WHERE v.product_id = NEW.id AND v.version = NEW.version AND v.status = NEW.status
      AND v.changed_at = NEW.changed_at AND v.card = jsonb_build_object(
        'slug', NEW.slug, 'name', NEW.name, 'vendor', NEW.vendor, 'what', NEW.what, 'category', NEW.category,
        'dataAccessed', to_jsonb(NEW.data_accessed), 'licence', NEW.licence, 'addendum', NEW.addendum,
        'territory', to_jsonb(NEW.territory), 'included', NEW.included, 'supportContact', NEW.support_contact,
        'supportDays', NEW.support_days, 'sourceUrl', NEW.source_url)
  ) THEN RAISE EXCEPTION 'a product changes with its version only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "products_have_versions" AFTER INSERT OR UPDATE ON "products" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION product_has_its_version();
--> statement-breakpoint
CREATE TRIGGER "products_never_deleted" BEFORE DELETE ON "products" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "products_never_truncated" BEFORE TRUNCATE ON "products" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "product_versions_never_changes" BEFORE UPDATE OR DELETE ON "product_versions" FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER "product_versions_never_truncated" BEFORE TRUNCATE ON "product_versions" FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "products" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "products_house" ON "products" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "products_owner" ON "products" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "products_public" ON "products" FOR SELECT TO market_app, market_customer USING (status = 'published');
--> statement-breakpoint
ALTER TABLE "product_versions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "product_versions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "product_versions_house" ON "product_versions" TO market_staff, market_system USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "product_versions_owner" ON "product_versions" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON products TO market_app, market_customer, market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON products TO market_staff;
--> statement-breakpoint
GRANT UPDATE (status, version, name, vendor, what, category, data_accessed, licence, addendum, territory, included, support_contact, support_days, source_url, changed_at) ON products TO market_staff;
--> statement-breakpoint
GRANT SELECT ON product_versions TO market_staff, market_system;
--> statement-breakpoint
GRANT INSERT ON product_versions TO market_staff;
