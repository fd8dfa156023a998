import { expect, it } from "vitest";
import { asDay } from "#/lib/calendar/day.ts";
import type { Operation } from "#/lib/documents/reconciliation/frozen.ts";
import { type Act, decideAnswer, decideConfirm, decideDispute } from "./decide.ts";
import { lastDispute } from "./dispute.ts";
import { answerInput, disputeInput } from "./inputs.ts";

const on = asDay("2026-04-03");
const within: Operation[] = [
  { kind: "payment", number: "318", dated: on, on, amount: "48000" },
  { kind: "act", number: "26-000102-1", dated: on, on, amount: "48000" },
];
const act = (more: Partial<Act> = {}): Act => ({ state: "open", within, dispute: [], ...more });
const reconciliationId = "0198c0de-0000-7000-8000-000000000001";
const dispute = (lines: unknown[], own: unknown[] = []) =>
  disputeInput.parse({ reconciliationId, seen: "0", lines, own });
const codes = (input: object) =>
  disputeInput
    .safeParse({ reconciliationId, seen: 0, ...input })
    .error?.issues.map(({ message, path }) => [path.join("."), message]);
const absent = (at: number) => ({ way: "absent", at, remark: "У нас такого нет" });

it("keeps of a line what the customer's books say of the same document, and lines of its own", () => {
  const input = dispute(
    [{ way: "other", at: "1", on: "05.04.2026", amount: "470,00", remark: "Сумма по акту другая" }],
    [{ kind: "payment", number: "77", on: "10.04.2026", amount: "49", remark: "С другого счёта" }],
  );
  expect(decideDispute(act(), input)).toEqual({
    ok: true,
    value: {
      lines: [
        {
          ...{ at: 1, remark: "Сумма по акту другая" },
          theirs: { kind: "act", number: "26-000102-1", on: "2026-04-05", amount: "47000" },
        },
        {
          ...{ at: null, remark: "С другого счёта" },
          theirs: { kind: "payment", number: "77", on: "2026-04-10", amount: "4900" },
        },
      ],
    },
  });
});

it.each([
  [act(), dispute([]), "reconciliation.nothing_disputed"],
  [act(), dispute([absent(2)]), "reconciliation.no_such_line"],
  [act(), dispute([absent(0), absent(0)]), "reconciliation.no_such_line"],
  [act({ state: "agreed" }), dispute([absent(0)]), "reconciliation.not_now"],
  [act({ state: "disputed" }), dispute([absent(0)]), "reconciliation.not_now"],
])("a dispute that cannot be is refused: %#", (given, input, code) => {
  expect(decideDispute(given, input)).toEqual({ ok: false, error: code });
});

it("what is no day, no sum, no remark is refused beside its field; a line without figures needs none", () => {
  expect(codes({ lines: [{ way: "other", at: 0, on: "31.02.2026", amount: "0", remark: "" }] })).toEqual([
    ["lines.0.on", "field.date"],
    ["lines.0.amount", "field.money"],
    ["lines.0.remark", "field.required"],
  ]);
  expect(codes({ own: [{ kind: "gift", number: " ", on: "1", amount: "-5", remark: "так" }] })).toEqual([
    ["own.0.kind", "field.choose"],
    ["own.0.number", "field.required"],
    ["own.0.on", "field.date"],
    ["own.0.amount", "field.money"],
  ]);
  expect(codes({ lines: [absent(0)] })).toBeUndefined();
});

it("the house confirms by paper, the customer by its word", () => {
  expect(decideConfirm(act(), "customer", undefined)).toEqual({ ok: true, value: {} });
  expect(decideConfirm(act(), "seller", undefined)).toEqual({ ok: false, error: "reconciliation.copy_required" });
  expect(decideConfirm(act({ state: "replaced" }), "customer", undefined).ok).toBe(false);
});

it("an answer speaks of every line, and stands beside its line until a new dispute", () => {
  const lines = [{ at: 0, theirs: null, remark: "нет" }];
  const answers = [{ verdict: "keep" as const, text: "Есть в выписке" }];
  const input = answerInput.parse({ reconciliationId, seen: 1, answers });
  expect(decideAnswer(act({ state: "disputed", dispute: lines }), input)).toEqual({ ok: true, value: { answers } });
  expect(decideAnswer(act({ state: "disputed", dispute: [...lines, ...lines] }), input)).toMatchObject({ ok: false });
  const moves = [
    { move: "dispute" as const, data: { lines } },
    { move: "answer" as const, data: { answers } },
  ];
  expect(lastDispute(moves)).toEqual([{ ...lines[0], answer: answers[0] }]);
  expect(lastDispute([...moves, { move: "dispute", data: { lines } }])).toEqual([{ ...lines[0], answer: null }]);
  expect(lastDispute([])).toEqual([]);
});
