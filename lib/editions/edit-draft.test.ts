import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { fieldRefusals } from "#/lib/field-refusals.ts";
import { isTurnOf, moveChoices } from "./draft-choices.ts";
import { gapsOf } from "./draft-gaps.ts";
import { editDraft, editDraftInput } from "./edit-draft.ts";
import { parseEdition } from "./parse-markdown.ts";

const seeded = (slug: string) => {
  const parsed = parseEdition(readFileSync(`db/seed/documents/${slug}.ru.md`, "utf8"));
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { text, kind, ...facts } = parsed.value;
  const prices = facts.prices.map(({ amount, ...row }) => ({ ...row, amount: String(amount) }));
  return {
    ...{
      id: crypto.randomUUID(),
      version: 1,
      stage: "draft" as const,
      checkedBy: null,
      kind,
      ...facts,
      ...text,
      prices,
    },
  };
};
const offer = seeded("license-bitrix24-market");
const priceList = seeded("price-list");

const send = (input: object) => {
  const parsed = editDraftInput.safeParse({ draftId: offer.id, version: "1", ...input });
  if (!parsed.success) return { fields: fieldRefusals(parsed.error.issues) };
  return editDraft("prices" in input ? priceList : offer, parsed.data);
};
const seller = { ...offer.seller!, registrationDate: "16.12.2025" };
const bank = {
  ...seller.bank,
  iban: "BY48 AKBB 3012 0000 0000 0000 0001",
  bic: "akbbby2x",
  name: "ОАО «АСБ Беларусбанк»",
};

describe("editDraft", () => {
  it("takes a text by its clauses and says which one is at fault", () => {
    expect(send({ part: "text", source: "## 1. А\n\n1.1. б" })).toMatchObject({
      value: { stage: "draft", change: { clauses: [{ id: "1", children: [{ id: "1.1" }] }] } },
    });
    const fault = (source: string) => send({ part: "text", source });
    expect(fault("## 1. А\n\n1.1. а\n\n1.1. б")).toMatchObject({
      error: { code: "edition.clause_repeated", params: { clause: "1.1" }, field: "source" },
    });
    expect(fault("2.1. а")).toMatchObject({ error: { code: "edition.clause_orphan", field: "source" } });
    expect(fault("  \n ")).toMatchObject({ error: { code: "edition.empty", field: "source" } });
  });

  it("changes the bank: the account normalised, checked, and of the bank of its BIC", () => {
    expect(send({ part: "seller", seller: { ...seller, bank } })).toMatchObject({
      value: {
        change: { seller: { bank: { iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X", currency: "BYN" } } },
      },
    });
    const fields = (one: object) => send({ part: "seller", seller: { ...seller, bank: { ...bank, ...one } } });
    expect(fields({ iban: "BY49AKBB30120000000000000001" })).toEqual({
      fields: { "seller.bank.iban": { code: "iban.checksum", params: {} } },
    });
    expect(fields({ bic: "ALFABY2X" })).toEqual({ fields: { "seller.bank.bic": { code: "bic.iban_mismatch" } } });
    expect(fields({ unp: "101541948" })).toMatchObject({ fields: { "seller.bank.unp": { code: "unp.check_digit" } } });
    expect(send({ part: "seller", seller: { ...seller, registrationDate: "31.02.2026" } })).toMatchObject({
      fields: { "seller.registrationDate": { code: "field.date" } },
    });
  });

  it("refuses an edit that changes nothing: the lawyer's word stands", () => {
    expect(send({ part: "seller", seller })).toEqual({ ok: false, error: { code: "draft.same" } });
    expect(send({ part: "bindings", bindings: offer.bindings })).toEqual({ ok: false, error: { code: "draft.same" } });
  });

  it("binds numbers to an offer only, prices to a price list only", () => {
    const bindings = { ...offer.bindings, activationWorkingDays: "10" };
    expect(send({ part: "bindings", bindings })).toMatchObject({
      value: { change: { bindings: { activationWorkingDays: 10 } } },
    });
    expect(send({ part: "bindings", bindings: { ...bindings, actWorkingDays: "" } })).toMatchObject({
      fields: { "bindings.actWorkingDays": { code: "field.too_small" } },
    });
    const parsed = editDraftInput.parse({ draftId: offer.id, version: 1, part: "bindings", bindings });
    expect(editDraft(priceList, parsed)).toMatchObject({ error: { code: "draft.not_of_kind" } });
  });

  it("takes prices as people write them, drops empty rows, sorts, and refuses a period twice", () => {
    const row = (months: string, amount: string) => ({ months, amount });
    expect(send({ part: "prices", prices: [row("12", "1 480,50"), row("", ""), row("1", "49")] })).toMatchObject({
      value: {
        change: {
          prices: [
            { product: "market-plus", months: 1, amount: "4900" },
            { product: "market-plus", months: 12, amount: "148050" },
          ],
        },
      },
    });
    expect(send({ part: "prices", prices: [row("1", "49"), row("1", "50")] })).toMatchObject({
      error: { code: "draft.period_twice", field: "prices.1.months" },
    });
    expect(send({ part: "prices", prices: [row("1", "0")] })).toMatchObject({
      fields: { "prices.0.amount": { code: "money.positive" } },
    });
    expect(send({ part: "prices", prices: [row("1", "1.234")] })).toMatchObject({
      fields: { "prices.0.amount": { code: "money.decimals" } },
    });
  });

  it("empties what the head may be without and refuses an address that is none", () => {
    const head = {
      part: "head",
      title: " Договор ",
      subtitle: "",
      orderNumber: "3-П",
      orderDate: "01.03.2026",
      sourceUrl: "",
    };
    expect(send(head)).toMatchObject({
      value: {
        change: { title: "Договор", subtitle: null, orderNumber: "3-П", orderDate: "2026-03-01", sourceUrl: null },
      },
    });
    expect(send({ ...head, sourceUrl: "javascript:alert(1)" })).toMatchObject({
      fields: { sourceUrl: { code: "edition.address" } },
    });
  });
});

it("says what an offer or a price list lacks", () => {
  expect(gapsOf(offer)).toEqual([]);
  expect(gapsOf({ ...offer, clauses: [], orderDate: null, bindings: null, seller: null })).toEqual([
    "text",
    "order",
    "bindings",
    "seller",
  ]);
  expect(gapsOf({ ...priceList, prices: [] })).toEqual(["prices"]);
  expect(gapsOf({ ...offer, kind: "other", orderNumber: null, bindings: null, seller: null })).toEqual([]);
});

describe("moveChoices", () => {
  const standing = { stage: "checked" as const, checkedBy: "l", createdBy: "a" };
  const why = (draft: Parameters<typeof moveChoices>[0], person: Parameters<typeof moveChoices>[1], found = {}) =>
    Object.fromEntries(moveChoices(draft, person, { gaps: 0, errors: 0, ...found }).map((one) => [one.move, one.why]));

  it("lets another person release what one has passed, and nobody both", () => {
    expect(why(standing, { userId: "d", role: "director" })).toEqual({
      submit: "stage",
      check: "stage",
      release: null,
      return: null,
      withdraw: null,
    });
    expect(why(standing, { userId: "l", role: "director" }).release).toBe("four-eyes");
    expect(why(standing, { userId: "l", role: "lawyer" }).release).toBe("role");
    expect(why({ ...standing, stage: "published" }, { userId: "d", role: "director" }).withdraw).toBe("closed");
  });

  it("keeps a text with gaps or errors from being passed", () => {
    const submitted = { ...standing, stage: "submitted" as const, checkedBy: null };
    const lawyer = { userId: "l", role: "lawyer" as const };
    expect(why(submitted, lawyer, { errors: 2 }).check).toBe("errors");
    expect(why(submitted, lawyer, { gaps: 1, errors: 2 }).check).toBe("gaps");
    expect(why(submitted, lawyer).check).toBeNull();
    expect(why({ ...submitted, stage: "draft" }, lawyer, { gaps: 1 }).submit).toBe("gaps");
  });

  it("names whose turn it is", () => {
    expect(isTurnOf(standing, { userId: "d", role: "director" })).toBe(true);
    expect(isTurnOf(standing, { userId: "l", role: "director" })).toBe(false);
    expect(isTurnOf({ ...standing, stage: "draft" }, { userId: "a", role: "accountant" })).toBe(true);
    expect(isTurnOf({ ...standing, stage: "submitted", checkedBy: null }, { userId: "l", role: "lawyer" })).toBe(true);
    expect(isTurnOf({ ...standing, stage: "released" }, { userId: "d", role: "director" })).toBe(false);
  });
});
