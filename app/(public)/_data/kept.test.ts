import { expect, test } from "vitest";

import { kept } from "./kept.ts";

function counting() {
  let time = 0;
  let away = false;
  const asked: string[] = [];
  const load = async (...names: string[]) => {
    asked.push(names.join("+"));
    if (away) throw new Error("away");
    return `${names.join("+")} ${asked.length}`;
  };
  const clock = {
    now: () => time,
    pass: (ms: number) => (time += ms),
    lose: () => (away = true),
    find: () => (away = false),
  };
  return { asked, load, clock };
}

test("askers of one moment share one call, and its answer is kept for its time", async () => {
  const { asked, load, clock } = counting();
  const ask = kept(100, load, clock);
  expect(await Promise.all([ask("a"), ask("a"), ask("a")])).toEqual(["a 1", "a 1", "a 1"]);
  clock.pass(99);
  expect(await ask("a")).toBe("a 1");
  clock.pass(1);
  expect(await ask("a")).toBe("a 2");
  expect(asked).toHaveLength(2);
});

test("other arguments are another answer", async () => {
  const { load, clock } = counting();
  const ask = kept(100, load, clock);
  expect([await ask("a", "b"), await ask("a+b")]).toEqual(["a+b 1", "a+b 2"]);
});

test("the ones used last stay, the rest is forgotten", async () => {
  const { asked, load, clock } = counting();
  const ask = kept(100, load, { most: 2, now: clock.now });
  await ask("a");
  await ask("b");
  await ask("a");
  await ask("c");
  await ask("a");
  expect(asked).toEqual(["a", "b", "c"]);
  await ask("b");
  expect(asked).toEqual(["a", "b", "c", "b"]);
});

test("a failure is told and not kept; with a good answer at hand that one is given, and the next moment asks again", async () => {
  const { asked, load, clock } = counting();
  const ask = kept(100, load, clock);
  clock.lose();
  await expect(ask("a")).rejects.toThrow("away");
  clock.find();
  expect(await ask("a")).toBe("a 2");
  clock.pass(100);
  clock.lose();
  expect(await ask("a")).toBe("a 2");
  expect(await ask("a")).toBe("a 2");
  expect(asked).toHaveLength(3);
  clock.pass(100);
  clock.find();
  expect(await ask("a")).toBe("a 4");
});
