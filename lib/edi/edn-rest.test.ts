import { afterEach, expect, test } from "vitest";

import { ednRest } from "./edn-rest.ts";
import { localOperator, type Trouble } from "./testing/operator.ts";

const open: Awaited<ReturnType<typeof localOperator>>[] = [];
afterEach(async () => {
  for (const operator of open.splice(0)) await operator.close();
});
const FAST = { timeoutMs: 300, pauseMs: 1 };
async function operator() {
  const one = await localOperator();
  open.push(one);
  return { ...one, edi: ednRest(one.account, FAST) };
}
const container = new Uint8Array([1, 2, 3]);

test("signs in the cloud, sends as documented and takes the same document again for the same", async () => {
  const { edi, state } = await operator();
  const signed = await edi.sign({ description: "act", xml: new TextEncoder().encode("<BLRDOC/>") });
  expect(signed.ok && Buffer.from(signed.value).toString()).toBe("SIGNED:<BLRDOC/>");
  expect(await edi.send({ fileName: "a.xml", container })).toEqual({ ok: true, value: "accepted" });
  expect(await edi.send({ fileName: "a.xml", container })).toEqual({ ok: true, value: "duplicate" });
  expect(state.sent).toEqual([{ fileName: "a.xml", documentType: "BLRDOC", document: "AQID" }]);
});

test("lists, fetches byte for byte and confirms a delivery", async () => {
  const { edi, deliver, state } = await operator();
  deliver("d/1", Buffer.from([0, 255, 10, 13]), "2026-04-16T09:00:00");
  expect(await edi.poll()).toEqual({
    ok: true,
    value: [{ id: "d/1", type: "BLRDOC", fileName: "d/1.xml", processedAt: "2026-04-16T09:00:00" }],
  });
  const fetched = await edi.fetchSigned("d/1");
  expect(fetched.ok && [...fetched.value]).toEqual([0, 255, 10, 13]);
  expect(await edi.status()).toEqual({ ok: true, value: { waiting: 1 } });
  expect(await edi.confirm("d/1")).toEqual({ ok: true, value: undefined });
  expect(state.confirmed).toEqual(["d/1"]);
});

test.each<[Trouble, string, boolean]>([
  ["unauthorised", "edi.unauthorised", true],
  ["broken", "edi.unavailable", true],
  ["slow", "edi.timeout", true],
  ["not-json", "edi.bad_answer", true],
])("an operator that is %s is %s, to be asked again: %s", async (trouble, code, again) => {
  const { edi, state } = await operator();
  state.trouble = trouble;
  expect(await edi.poll()).toEqual({ ok: false, error: { code, again } });
});

test("reads are tried three times, a hand-over once: its queue comes back", async () => {
  const { edi, state } = await operator();
  state.trouble = "broken";
  await edi.poll();
  expect(state.asked).toHaveLength(3);
  state.asked.length = 0;
  await edi.send({ fileName: "a.xml", container });
  expect(state.asked).toHaveLength(1);
});

test("what the operator rejects is not tried again", async () => {
  const { edi, state } = await operator();
  state.trouble = "reject";
  expect(await edi.send({ fileName: "a.xml", container })).toEqual({
    ok: false,
    error: { code: "edi.rejected", again: false },
  });
});

test("nobody listening is no accident", async () => {
  const { account } = await operator();
  await open.pop()!.close();
  expect(await ednRest(account, FAST).poll()).toMatchObject({ ok: false, error: { code: "edi.unavailable" } });
});

test("no failure carries the password", async () => {
  const { account, state } = await operator();
  for (const trouble of ["unauthorised", "broken", "slow", "not-json", "reject"] as const) {
    state.trouble = trouble;
    const edi = ednRest(account, FAST);
    expect(JSON.stringify([await edi.poll(), await edi.send({ fileName: "a", container })])).not.toContain("пароль");
  }
});
