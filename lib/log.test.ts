import { expect, test } from "vitest";

import { createLog, type LogFields } from "./log.ts";

function capture(write: (log: ReturnType<typeof createLog>) => void, level = "info") {
  const lines: string[] = [];
  write(createLog(level, { write: (line: string) => void lines.push(line) }));
  return { text: lines.join(""), lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test("a line is JSON with the level by name and the request's id", () => {
  const { lines } = capture((log) => log.child({ requestId: "r-1" }).info({ status: 200, ms: 12 }, "request answered"));
  expect(lines).toMatchObject([{ level: "info", requestId: "r-1", status: 200, ms: 12, msg: "request answered" }]);
});

test("fields outside the list are dropped, in lines and in children alike", () => {
  const careless = { email: "buyer@romashka.by", unp: "191682495", status: 200 } as LogFields;
  const { text } = capture((log) => {
    log.info(careless, "careless line");
    log.child(careless).info({}, "careless child");
  });
  expect(text).not.toContain("romashka");
  expect(text).not.toContain("191682495");
});

test("an error keeps its kind and place, and loses its words", () => {
  const cause = Object.assign(new Error("Key (email)=(buyer@romashka.by) already exists"), {
    code: "23505",
    constraint_name: "users_email",
  });
  const { text, lines } = capture((log) =>
    log.error({ err: new Error("params: buyer@romashka.by", { cause }) }, "query failed"),
  );
  expect(text).not.toContain("romashka");
  const err = lines[0]?.err as { frames: string[]; cause: object };
  expect(err.cause).toMatchObject({ code: "23505", constraint: "users_email" });
  expect(err.frames[0]).toContain("log.test.ts");
});

test("a wrong level is info, silent is silent", () => {
  expect(capture((log) => log.debug({}, "quiet"), "loud").lines).toHaveLength(0);
  expect(capture((log) => log.info({}, "heard"), "loud").lines).toHaveLength(1);
  expect(capture((log) => log.error({}, "quiet"), "silent").lines).toHaveLength(0);
});
