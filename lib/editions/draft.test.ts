import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { DRAFT_MOVES, DRAFT_STAGES, type DraftMove, leadDays, publicationOn, stageAfter } from "./draft.ts";
import { checkDraft, findingKey, releaseDraft } from "./draft-moves.ts";

const draft = { id: "d", version: 1, stage: "checked" as const, checkedBy: "lawyer", publishOn: null };
const facts = { by: "director", today: asDay("2026-04-01"), lead: 5, before: null };
const asked = { publishOn: "2026-04-01", inForceFrom: "" };

test("what is published or withdrawn never moves again, and an edited text has been passed by nobody", () => {
  const moves = Object.keys(DRAFT_MOVES) as DraftMove[];
  for (const stage of ["published", "withdrawn"] as const)
    expect(moves.map((move) => stageAfter(stage, move))).toEqual(moves.map(() => null));
  expect(DRAFT_STAGES.filter((stage) => stageAfter(stage, "edit") === "draft")).toEqual([
    "draft",
    "submitted",
    "checked",
  ]);
  expect(DRAFT_STAGES.filter((stage) => stageAfter(stage, "release"))).toEqual(["checked"]);
});

test("6.2 gives the offer its lead, settings give the others theirs, and a first edition needs none", () => {
  const terms = { offer: 5, priceList: 0, other: 3 };
  expect(leadDays("offer", terms, false)).toBe(5);
  expect(leadDays("price-list", terms, false)).toBe(0);
  expect(leadDays("privacy-policy", terms, false)).toBe(3);
  expect(leadDays("offer", terms, true)).toBe(0);
});

describe("release", () => {
  test("counts five calendar days from publication", () => {
    const released = releaseDraft(draft, asked, facts);
    expect(released).toEqual({
      ok: true,
      value: { stage: "released", publishOn: "2026-04-01", inForceFrom: "2026-04-06" },
    });
  });

  test.each([
    ["by the person who passed it", asked, { ...facts, by: "lawyer" }, "draft.four_eyes"],
    ["into the past", { ...asked, publishOn: "2026-03-31" }, facts, "draft.publish_in_past"],
    ["in force a day too early", { ...asked, inForceFrom: "2026-04-05" }, facts, "draft.too_early"],
    ["on a day that does not exist", { ...asked, publishOn: "2026-02-30" }, facts, "field.date"],
    [
      "in force on the day of the edition before",
      asked,
      { ...facts, before: { publishedOn: asDay("2026-04-01"), inForceFrom: asDay("2026-04-06") } },
      "draft.before_previous",
    ],
  ])("is refused %s", (_name, input, given, code) => {
    const refused = releaseDraft(draft, input, given);
    expect(refused.ok ? null : refused.error.code).toBe(code);
  });

  test("is refused before the lawyer's word", () => {
    const refused = releaseDraft({ ...draft, stage: "submitted" }, asked, facts);
    expect(refused.ok ? null : refused.error.code).toBe("draft.not_allowed");
  });
});

describe("the lawyer's check", () => {
  const submitted = { ...draft, stage: "submitted" as const, checkedBy: null };
  const warning = { rule: "term-unused", clause: "1.4", text: "Каталог" };

  test("an error blocks, a warning asks for its reason, an excuse for nothing is not kept", () => {
    const blocked = checkDraft(submitted, { errors: [warning], warnings: [] }, {});
    expect(blocked.ok ? null : blocked.error.code).toBe("draft.errors");
    const open = checkDraft(submitted, { errors: [], warnings: [warning] }, { [findingKey(warning)]: " " });
    expect(open.ok ? null : open.error.code).toBe("draft.warnings");
    const excuses = { [findingKey(warning)]: "Определение нужно приложению", "gone||": "ни к чему" };
    const passed = checkDraft(submitted, { errors: [], warnings: [warning] }, excuses);
    expect(passed.ok && passed.value.excuses).toEqual({ [findingKey(warning)]: "Определение нужно приложению" });
  });
});

describe("a draft that the program could not publish on its day", () => {
  const on = (publishOn: string, inForceFrom: string, today: string) =>
    publicationOn({ publishOn: asDay(publishOn), inForceFrom: asDay(inForceFrom) }, asDay(today), 5);

  test("counts its five days from the day on which it is there", () => {
    expect(on("2026-04-13", "2026-04-18", "2026-04-15")).toEqual({
      publishOn: "2026-04-15",
      inForceFrom: "2026-04-20",
    });
    expect(on("2026-04-13", "2026-05-01", "2026-04-15")).toEqual({
      publishOn: "2026-04-15",
      inForceFrom: "2026-05-01",
    });
  });

  test("on its day nothing moves", () => {
    expect(on("2026-04-13", "2026-04-18", "2026-04-13")).toEqual({
      publishOn: "2026-04-13",
      inForceFrom: "2026-04-18",
    });
  });
});
