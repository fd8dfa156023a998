import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { locales } from "#/lib/messages/messages.ts";
import { CLOUD_ZONES } from "#/lib/requisites/portal.ts";
import { DEFIANT, editionsOf, factsOf, LICENCE_KZ, OFFER, SUBJECTS, TERMS, TOS_2021, TOS_2024 } from "./documents.ts";
import { forecast } from "./forecast.ts";
import { type Governed, governedBy } from "./governed-by.ts";
import { factWords, forecastWords } from "./words.ts";

const today = asDay("2026-04-15");
const last = asDay("2027-05-10");
function of(address: string, country = "BY", on = today): Governed {
  const found = governedBy(address, country, on);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

describe("whose terms govern a portal", () => {
  it.each([
    ["romashka.bitrix24.by", "BY", OFFER, true, "catalogue-by"],
    ["romashka.bitrix24.by", "PL", OFFER, false, "not-resident"],
    ["romashka.bitrix24.ru", "BY", null, false, "other-zone"],
    ["romashka.bitrix24.ua", "BY", null, false, "other-zone"],
    ["romashka.bitrix24.kz", "KZ", LICENCE_KZ, false, "other-zone"],
    ["romashka.bitrix24.com", "BY", TOS_2024, false, "other-zone"],
    ["romashka.bitrix24.eu", "DE", TOS_2024, false, "other-zone"],
    ["romashka.bitrix24.com.br", "BR", TOS_2024, false, "other-zone"],
    ["crm.romashka.by", "by", null, null, "own-domain"],
    ["crm.romashka.com", "US", null, false, "not-resident"],
  ])("%s of %s", (address, country, document, canActivate, activationReason) => {
    expect(of(address, country)).toMatchObject({ canActivate, activationReason });
    expect(of(address, country).document).toBe(document);
  });

  it("the edition is the one in force that day", () => {
    expect(of("a12.bitrix24.com", "US", asDay("2024-12-09")).document).toBe(TOS_2021);
    expect(of("a12.bitrix24.com", "US", asDay("2024-12-10")).document).toBe(TOS_2024);
    expect(of("a12.bitrix24.com", "US", asDay("2021-10-31")).document).toBeNull();
    expect(editionsOf(TOS_2024.slug)).toEqual([TOS_2021, TOS_2024]);
  });

  it("names an entity only where a document does, and says when Belarus has none", () => {
    expect(of("a12.bitrix24.by")).toMatchObject({ entity: "ООО «1С-Битрикс»", noEntity: null });
    expect(of("a12.bitrix24.com", "BY")).toMatchObject({ entity: null, noEntity: "excluded" });
    expect(of("a12.bitrix24.com", "US")).toMatchObject({ entity: null, noEntity: "not-known" });
  });

  it("says that it does not know: own domains, and the operator's terms for Belarus and Russia", () => {
    expect(of("crm.romashka.by").doubt).toBe("own-domain");
    expect(of("a12.bitrix24.by")).toMatchObject({ doubt: "operator-unknown", grace: null, continues: null });
    expect(of("a12.bitrix24.ru")).toMatchObject({ doubt: "operator-unknown", grace: null });
    expect(of("a12.bitrix24.com").doubt).toBeNull();
  });

  it("in every zone: a yes for .by alone, and no grace without its clause", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOUD_ZONES), fc.constantFrom("BY", "KZ", "US", "IN"), (zone, country) => {
        const found = of(`abc.bitrix24.${zone}`, country);
        expect(found.canActivate).toBe(zone === "by" && country === "BY");
        expect(found.citations.length).toBeGreaterThan(0);
        expect(found.grace !== null).toBe(found.citations.some(({ fact }) => fact.subject === "grace"));
        for (const { document, fact } of found.citations) expect(document.facts).toContain(fact);
      }),
    );
  });

  it("an address that is no portal is refused with its own reason", () => {
    expect(governedBy("www.bitrix24.by", "BY", today)).toEqual({ ok: false, error: "portal.reserved" });
  });
});

describe("the facts", () => {
  it("have clauses, and sentences in every language that name their numbers", () => {
    for (const document of TERMS)
      for (const fact of document.facts) {
        expect(fact.clauses.length).toBeGreaterThan(0);
        for (const clause of fact.clauses) expect(clause).toMatch(/^\d+(\.\d+)*$/);
        for (const locale of locales) {
          const words = factWords(fact, locale);
          expect(words).not.toMatch(/[{}]|terms\./);
          if (fact.days) expect(words).toContain(String(fact.days));
        }
      }
  });

  it("changed from 2021 to 2024: a grace that was sure may be cancelled", () => {
    expect(factsOf(TOS_2021, "grace")).toMatchObject([{ says: "grace-then-suspended", clauses: ["7.3"], days: 15 }]);
    expect(factsOf(TOS_2024, "grace")).toMatchObject([{ certain: false, clauses: ["7.6"], days: 15 }]);
    expect(factsOf(TOS_2024, "price-notice")).toMatchObject([{ clauses: ["7.9"], days: 15 }]);
    expect(factsOf(DEFIANT, "support")).toMatchObject([{ days: 2, working: true, clauses: ["6.1"] }]);
    expect(new Set(TERMS.flatMap(({ facts }) => facts.map(({ subject }) => subject)))).toEqual(new Set(SUBJECTS));
  });
});

describe("the forecast", () => {
  const said = (portal: string, locale: "ru" | "be" | "en" = "ru") =>
    forecastWords(forecast(portal, "BY", last, today)!, locale)
      .join(" ")
      .replaceAll("\u00a0", " ");

  it("tells a grace as a maybe, with its clause, its edition and its last day", () => {
    expect(said("abc.bitrix24.com")).toContain(
      "После 10.05.2027 портал может иметь до 15 дней, до 25.05.2027, но оператор вправе их отменить: п. 7.6, Bitrix24 Terms of Service, ред. 03.12.2024.",
    );
    expect(said("abc.bitrix24.com")).toContain("Новый срок считается от конца прежнего: п. 7.6");
    expect(said("abc.bitrix24.kz")).toContain("п. 6.7, 6.9");
  });

  it("promises nothing where no document is known", () => {
    for (const portal of ["romashka.bitrix24.by", "romashka.bitrix24.ru", "crm.romashka.by"])
      for (const locale of locales) {
        expect(forecast(portal, "BY", last, today)).toMatchObject({ grace: null, continues: null });
        expect(said(portal, locale)).not.toMatch(/\b15\b|25\.05/);
      }
    expect(said("romashka.bitrix24.by")).toContain("договор прекращается, сам он не продлевается (п. 6.1)");
  });
});
