import { describe, expect, it } from "vitest";
import { chooseNoticesInput, chosenCells, chosenHours } from "./choose.ts";
import { KIND_NAMES, KINDS } from "./kinds.ts";

const form = (more: object = {}) => chooseNoticesInput.parse({ from: "21:00", to: "08:00", ...more });

describe("the form of choices", () => {
  it("stores nothing where everything is as the role has it", () => {
    const asBuyer = KIND_NAMES.flatMap((kind) => {
      const written: readonly string[] = KINDS[kind].mailed;
      return [`${kind}:cabinet`, ...(written.includes("buyer") ? [`${kind}:mail`] : [])];
    });
    expect(chosenCells(form({ cells: asBuyer }), "buyer")).toEqual([]);
  });

  it("passes over what is locked, and over names that are no cell", () => {
    const nothingTicked = chosenCells(form(), "owner");
    // For an owner only courtesies are left to choose.
    expect(nothingTicked.every(({ kind }) => KINDS[kind].clauses === null)).toBe(true);
    expect(nothingTicked).toContainEqual({ kind: "reminder-60", channel: "mail", chosen: false });
    const odd = chosenCells(form({ cells: ["__proto__:mail", "invoice:fax", "нет"] }), "owner");
    expect(odd).toEqual(nothingTicked);
  });

  it("lets a reader ask for letters that the contract addresses to others", () => {
    const everywhere = KIND_NAMES.map((kind) => `${kind}:cabinet`);
    expect(chosenCells(form({ cells: [...everywhere, "act-sent:mail"] }), "reader")).toEqual([
      { kind: "act-sent", channel: "mail", chosen: true },
    ]);
  });

  it("reads hours of the clock", () => {
    expect(chosenHours(form({ quiet: "true", from: "22:30", to: "7:05", daysOff: "true" }))).toEqual({
      from: 1350,
      to: 425,
      daysOff: true,
    });
    expect(chosenHours(form())).toEqual({ from: null, to: null, daysOff: false });
  });

  it.each([
    [{ from: "24:00" }, "from", "notices.time"],
    [{ to: "8" }, "to", "notices.time"],
    [{ quiet: "true", to: "21:00" }, "to", "notices.no_hours"],
  ])("refuses %j", (more, field, code) => {
    const read = chooseNoticesInput.safeParse({ from: "21:00", to: "08:00", ...more });
    expect(read.error?.issues).toMatchObject([{ path: [field], message: code }]);
  });

  it("does not ask about hours that nobody wants", () => {
    expect(form({ to: "21:00" }).quiet).toBe(false);
  });
});
