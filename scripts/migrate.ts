// Brings a database to this version: roles, migrations, grants. Safe to run at every start and from several nodes at once.
// usage: DATABASE_URL=postgres://owner… ./run migrate [--first-editions] [--show-app-url]
import { prepare } from "./support/demo-database.ts";
import { fail, step } from "./support/progress.ts";
import { loadSettings } from "./support/settings.ts";

loadSettings();
const ownerUrl = process.env.DATABASE_URL;
if (!ownerUrl) fail("DATABASE_URL is not set: migrations need the database owner's address");
const appUrl = await step("schema", () => prepare(ownerUrl)).catch(fail);
// Asked for by name: the offer is the seller's act, and the example prices are not to be sold from.
if (process.argv.includes("--first-editions")) {
  const { seedDocuments } = await import("#/db/seed/documents.ts");
  await step("first editions", () => seedDocuments(ownerUrl)).catch(fail);
  const { seedProducts } = await import("#/db/seed/products.ts");
  await step("first products", () => seedProducts(ownerUrl, new Date())).catch(fail);
}
// The address carries a password: shown only to who asks.
if (process.argv.includes("--show-app-url")) console.log(appUrl);
