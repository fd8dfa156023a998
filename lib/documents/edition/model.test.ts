import { describe, expect, it } from "vitest";
import { seedEdition, seller } from "../testing/samples.ts";
import { editionModel } from "./model.ts";

const model = (slug: string) => editionModel({ edition: seedEdition(slug), sha256: "0".repeat(64), publisher: seller });
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("editionModel", () => {
  it("the offer says its edition, its order, its days and where it stands", () => {
    expect(model("license-bitrix24-market").facts.map(([name, value]) => [name, plain(value)])).toEqual([
      ["Редакция", "1"],
      ["Утверждена", "приказом № 12/2025-П от 29.12.2025"],
      ["Опубликована", "01.01.2026"],
      ["Действует с", "01.01.2026"],
      ["Адрес", "https://smart-cg.by/documents/license-bitrix24-market"],
    ]);
  });

  it("has contents for a long document and none for a short one", () => {
    expect(model("license-bitrix24-market").contents.map((entry) => entry.number)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
    ]);
    expect(model("usage-rules")).toMatchObject({ contents: [], contentsTitle: "" });
  });

  it("says that an example is one", () => {
    expect(model("usage-rules").facts[0]).toEqual(["Редакция", "1, пример для демонстрации"]);
  });

  it("keeps number, heading and depth of every clause", () => {
    const { clauses } = model("license-bitrix24-market");
    expect(clauses.find((clause) => clause.number === "4.3.2")).toMatchObject({ depth: 2, heading: "" });
    expect(clauses.find((clause) => clause.number === "5")).toMatchObject({
      depth: 0,
      heading: "Форс-мажор",
      paragraphs: [],
    });
  });

  it("carries the hash on every page", () => {
    expect(model("privacy-policy").sheet.mark).toBe(`SHA-256 текста редакции: ${"0".repeat(64)}`);
  });
});
