import type { Reply } from "../fixtures/door.ts";
import { quiet, stateOfRecords } from "../fixtures/records.ts";
import { expect, test } from "../fixtures/test.ts";
import { type Verdict, verdictOf } from "../fixtures/verdict.ts";
import { addressesOfTheBuild, fillIn, PAGES, type PageRow } from "../pages/list.ts";
import { type Estate, makeEstate } from "./estate.ts";
import { malformedIds, missingIds } from "./objects.ts";
import { mayAsk, type Principal } from "./principals.ts";

const { pages } = addressesOfTheBuild();
let estate: Estate;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  estate = await makeEstate();
  await quiet();
});

test("every page of the build has its row, and every row its page", () => {
  expect(pages).toEqual(Object.keys(PAGES).sort());
});

function expected({ for: audience }: PageRow, { actor, ...principal }: Principal): Verdict {
  if (audience === "everybody" || audience === "signed-out") return "page";
  if (!actor) return "to /sign-in";
  if (actor.kind === "staff-pending") return "to /sign-in/second-factor";
  if (typeof audience === "object" && "staff" in audience)
    return actor.kind === "staff" && mayAsk({ actor, ...principal }, audience.staff) ? "page" : "not found";
  if (actor.kind === "staff") return "not found";
  if (actor.kind === "newcomer") return audience === "newcomer-or-customer" ? "page" : "to /cabinet/company/new";
  return typeof audience === "string" || mayAsk({ actor, ...principal }, audience.customer) ? "page" : "not found";
}

/**
 * Every word of the answer but ids and nonces. The rows of React's stream come in any order and number themselves, so the
 * words are compared, not the bytes: a stranger's name, number or portal would be one of them.
 */
const wordsOf = ({ text }: Reply): string[] => {
  const whole = text
    .replace(/"\]\)<\/script><script nonce="[^"]*">self\.__next_f\.push\(\[1,"/g, "")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "")
    .replace(/nonce="[^"]*"|nonce\\":\\"[^"\\]*/g, "");
  return [...new Set(whole.match(/[\p{L}\d._-]{4,}/gu))].sort();
};

for (const pattern of pages) {
  const row = PAGES[pattern];
  if (!row) continue;

  test(`${pattern} opens for whom it is, and for nobody else`, async () => {
    const before = await stateOfRecords();
    for (const principal of estate.principals) {
      const own = principal.name === "owner of B" ? estate.b : estate.a;
      const reply = await principal.visitor.get(fillIn(pattern, row, own));
      const verdict = verdictOf(reply);
      if (row.crossing || (row.for === "signed-out" && principal.actor))
        expect(verdict, principal.name).toMatch(/^page$|^to \//);
      else expect(verdict, principal.name).toBe(expected(row, principal));
      if (verdict === "page" && row.for !== "everybody" && row.for !== "signed-out")
        expect(reply.headers["cache-control"], "kept by no cache").toContain("no-store");
    }
    expect(await stateOfRecords(), "looking changes nothing").toEqual(before);
  });

  // What stands in the brackets is nobody's own where it is a fixed word.
  if (!row.fill || row.fill.length === 0 || row.for === "signed-out") continue;
  test(`${pattern}: a stranger's, a missing and a malformed one look the same`, async () => {
    for (const principal of estate.principals) {
      if (row.for !== "everybody" && expected(row, principal) !== "page") continue;
      const at = async (ids: typeof estate.a) => principal.visitor.get(fillIn(pattern, row, ids));
      const missing = await at(missingIds());
      expect(verdictOf(missing), principal.name).toBe("not found");
      expect(missing.status, `${principal.name}: the status says it too`).toBe(404);
      expect(verdictOf(await at(malformedIds())), principal.name).toBe("not found");
      if (row.for !== "customer") continue;
      const strangers = await at(principal.name === "owner of B" ? estate.a : estate.b);
      expect(strangers.status).toBe(missing.status);
      expect(wordsOf(strangers)).toEqual(wordsOf(missing));
    }
  });
}
