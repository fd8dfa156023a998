import { actionsOfTheBuild, callAction, entryOf, must } from "../fixtures/actions.ts";
import type { Headers, Visitor } from "../fixtures/door.ts";
import { ownerSql, theHouse } from "../fixtures/house.ts";
import { memberOf, newcomer } from "../fixtures/people.ts";
import { quiet, stateOfRecords } from "../fixtures/records.ts";
import { expect, test } from "../fixtures/test.ts";
import { verdictOf } from "../fixtures/verdict.ts";
import { type Estate, makeEstate } from "./estate.ts";
import { MATRIX, type Row } from "./matrix.ts";
import { mayAsk } from "./principals.ts";

const EVIL = "https://evil.example";

/** Where a forged request may say that it comes from. Next alone lets several of these through. */
function forgeries(): Record<string, Headers> {
  const { origin, port } = new URL(theHouse().origin);
  return {
    "no origin": {},
    "no origin, says same-origin": { "sec-fetch-site": "same-origin" },
    "origin null": { origin: "null", "sec-fetch-site": "cross-site" },
    "foreign origin": { origin: EVIL, "sec-fetch-site": "cross-site" },
    "foreign origin, forwarded host to match": { origin: EVIL, "x-forwarded-host": "evil.example" },
    "foreign origin and host": { origin: EVIL, host: "evil.example" },
    "foreign origin, says same-origin": { origin: EVIL, "sec-fetch-site": "same-origin" },
    "right origin, says cross-site": { origin, "sec-fetch-site": "cross-site" },
    "other scheme": { origin: origin.replace("http:", "https:"), "sec-fetch-site": "same-site" },
    "other port": { origin: origin.replace(port, "1"), "sec-fetch-site": "same-site" },
  };
}

let estate: Estate;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  estate = await makeEstate();
  await quiet();
});

/** Somebody who may ask, so that nothing but the origin stands in the way. */
function allowed(row: Row): Visitor {
  const { allow } = row;
  const found = estate.principals.findLast((one) => allow === "everybody" || mayAsk(one, allow));
  if (!found) throw new Error(`nobody may ${allow}`);
  return found.visitor;
}

for (const { name } of actionsOfTheBuild()) {
  const row = MATRIX[name];
  if (!row) continue;

  test(`${name} runs for no page but our own`, async () => {
    const visitor = allowed(row);
    const input = row.input(estate.a);
    const before = await stateOfRecords();
    for (const [forgery, headers] of Object.entries(forgeries())) {
      const answer = await callAction(visitor, name, input, { headers });
      const refused = answer.kind === "turned-away" || (answer.kind === "refused" && answer.code === "auth.origin");
      // The target of a plain form answers nothing: what it did not write is its answer.
      if (!(input instanceof URLSearchParams)) expect(refused, `${forgery}: ${JSON.stringify(answer)}`).toBe(true);
    }
    for (const headers of Object.values(forgeries())) await plainPost(visitor, name, headers);
    expect(await stateOfRecords(), `${name} did something for a forged request`).toEqual(before);
  });
}

/** A form of somebody else's page, posted without any script. */
const plainPost = (visitor: Visitor, name: string, headers: Headers) => {
  const { at, id } = entryOf(name);
  const boundary = "----forged";
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="$ACTION_ID_${id}"\r\n\r\n\r\n--${boundary}--\r\n`;
  return visitor.knock("POST", at, { "content-type": `multipart/form-data; boundary=${boundary}`, ...headers }, body);
};

test("the way out is not taken for a forger, and is for us", async () => {
  const visitor = await newcomer();
  const alive = async () => (await visitor.get("/cabinet/company/new")).status === 200;
  const cookies = new Map(visitor.cookies);
  for (const headers of Object.values(forgeries())) {
    await callAction(visitor, "signOutAction", new URLSearchParams(), { headers });
    for (const [key, value] of cookies) visitor.cookies.set(key, value);
    expect(await alive()).toBe(true);
  }
  await callAction(visitor, "signOutAction", new URLSearchParams());
  for (const [key, value] of cookies) visitor.cookies.set(key, value);
  expect(await alive(), "the session is dead, not only its cookie").toBe(false);
});

test("an action that a page of another part has is answered at any address, and refuses there too", async () => {
  const nobody = estate.principals[0]!.visitor;
  const before = await stateOfRecords();
  for (const { name } of actionsOfTheBuild()) {
    const row = MATRIX[name];
    if (!row || row.allow === "everybody") continue;
    for (const at of ["/", "/nothing-here", "/favicon-none", "/_next/static/none"]) {
      const answer = await callAction(nobody, name, row.input(estate.a), { at });
      expect(["refused", "turned-away", "redirect", "void"], `${name} at ${at}`).toContain(answer.kind);
      if (answer.kind === "refused") expect(answer.code, `${name} at ${at}`).toBe("auth.signed_out");
    }
  }
  expect(await stateOfRecords()).toEqual(before);
});

test("one key is one effect: the same press twice is answered from memory, another order under it is refused", async () => {
  const member = await memberOf(estate.ownerA, "buyer");
  const key = "the-same-press";
  const say = (name: string) => callAction(member, "changeProfileAction", { name, locale: "ru" }, { key });
  expect(await say("Первое Имя")).toMatchObject({ kind: "ok" });
  expect(await say("Первое Имя")).toMatchObject({ kind: "ok" });
  expect(await say("Второе Имя")).toMatchObject({ kind: "refused", code: "form.key_reused" });
  const [row] = await ownerSql()`select count(*)::int as n from users where name = 'Первое Имя'`;
  expect(row?.n).toBe(1);
});

test("a member who was removed is out on the next request", async () => {
  const member = await memberOf(estate.ownerA, "accountant");
  expect(verdictOf(await member.get("/cabinet/contracts"))).toBe("page");
  const [row] = await ownerSql()<{ id: string }[]>`
    select m.id from members m join users u on u.id = m.user_id
    where m.removed_at is null and m.role = 'accountant' order by m.created_at desc limit 1`;
  await must(estate.ownerA, "removeMemberAction", { memberId: row?.id });
  expect(verdictOf(await member.get("/cabinet/contracts"))).toBe("to /cabinet/company/new");
});
