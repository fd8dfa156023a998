import { type Answer, actionsOfTheBuild, callAction } from "../fixtures/actions.ts";
import { quiet, stateOfRecords } from "../fixtures/records.ts";
import { expect, test } from "../fixtures/test.ts";
import { type Estate, makeEstate } from "./estate.ts";
import { MATRIX, type Row } from "./matrix.ts";
import { type Ids, malformedIds, missingIds } from "./objects.ts";
import { mayAsk, type Principal } from "./principals.ts";

const entries = actionsOfTheBuild();
const GATE = ["auth.signed_out", "auth.forbidden", "auth.second_factor"];

let estate: Estate;
let calls = 0;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  estate = await makeEstate();
  await quiet();
});
test.afterAll(() => console.log(`  ${calls} calls to ${entries.length} actions`));

const ask = (principal: Principal, name: string, input: unknown) => {
  calls++;
  return callAction(principal.visitor, name, input);
};

/** Ids differ between two calls and must be all that does. */
const withoutIds = (answer: Answer) =>
  JSON.stringify(answer).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id");

test("every action of the build has its row, and every row its action", () => {
  expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(MATRIX).sort());
});

for (const { name, file } of entries) {
  const row = MATRIX[name];
  if (!row) continue;

  test(`${name}: whoever may not ask gets a refusal, and nothing is written`, async () => {
    for (const principal of estate.principals) {
      if (row.allow === "everybody" || mayAsk(principal, row.allow)) continue;
      const before = await stateOfRecords();
      const answers: string[] = [];
      for (const ids of [estate.a, estate.b, missingIds(), malformedIds()]) {
        const answer = await ask(principal, name, row.input(ids));
        if (row.input(ids) instanceof URLSearchParams) continue;
        expect(answer, `${principal.name} asks ${name} (${file})`).toMatchObject({ kind: "refused" });
        answers.push(withoutIds(answer));
        expect(GATE).toContain(answer.kind === "refused" && answer.code);
      }
      expect([...new Set(answers)].length, `${principal.name}: the refusal tells the things apart`).toBeLessThan(2);
      expect(await stateOfRecords(), `${principal.name} changed something by ${name}`).toEqual(before);
    }
  });

  if (row.alwaysWorks) continue;
  test(`${name}: whoever may ask reaches their own things only`, async () => {
    for (const principal of estate.principals) {
      if (row.allow !== "everybody" && !mayAsk(principal, row.allow)) continue;
      const before = await stateOfRecords();
      await insideTheGate(name, row, principal);
      expect(await stateOfRecords(), `${principal.name} changed something by ${name}`).toEqual(before);
    }
  });
}

async function insideTheGate(name: string, row: Row, principal: Principal) {
  const about = async (ids: Ids) => {
    const answer = await ask(principal, name, row.input(ids));
    expect(answer.kind, `${principal.name} asks ${name}: ${JSON.stringify(answer)}`).not.toBe("turned-away");
    return answer;
  };
  const missing = await about(missingIds());
  // Targets of plain forms say nothing, and a letter is "sent" to whoever asks: nothing was written is all there is to see.
  if (missing.kind !== "refused") return;
  const wrong = await about(malformedIds());
  expect(wrong.kind).toBe("refused");

  if (row.names === "own" || (row.names === "customer's" && principal.actor?.kind === "customer")) {
    // Members of A look at B's things, the owner of B at A's.
    const others = principal.name === "owner of B" ? estate.a : estate.b;
    const strangers = await about(others);
    expect(withoutIds(strangers), "a stranger's thing is not told from a missing one").toBe(withoutIds(missing));
  }
  if (row.names === "customer's" && "contractId" in (row.input(estate.a) as object)) {
    const own = principal.name === "owner of B" ? estate.b : estate.a;
    // An old version proves that one's own contract is found, and changes nothing.
    const seen = await about({ ...own, version: own.version + 1000 });
    expect(seen, `${principal.name} finds the contract`).toMatchObject({ kind: "refused", code: "record.changed" });
  }
}
