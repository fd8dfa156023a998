import { describe, expect, it } from "vitest";
import { displayName, type Requisites, requisitesComplete, requisitesInput } from "./requisites.ts";

const contact = { email: "buh@Romashka.by", phone: "8 029 123-45-67", resident: true };
const company = {
  kind: "legalEntity",
  fullName: "Общество с ограниченной  ответственностью «Ромашка»",
  shortName: "ООО «Ромашка»",
  unp: "УНП 190 000 018",
  legalAddress: "220030,\nг. Минск, ул. Ленина, 1",
  postalAddress: "",
  iban: "by48 akbb 3012 0000 0000 0000 0001",
  bic: "",
  bankName: "",
  signatoryName: "Иванов Иван Иванович",
  signatoryPosition: "директор",
  authorityBasis: "устава",
  ...contact,
};
const proprietor = {
  kind: "soleProprietor",
  fullName: "ИП Петров Пётр Петрович",
  unp: "290000014",
  registration: { number: "290000014", date: "01.02.2020", authority: "Брестский горисполком" },
  address: "224000, г. Брест, ул. Советская, 2",
  ...contact,
};
const person = {
  kind: "individual",
  fullName: "Сидорова Анна Сергеевна",
  postalAddress: "230000, г. Гродно, ул. Садовая, 3, кв. 4",
  ...contact,
};

const parse = (input: unknown) => requisitesInput.parse(input);
const refusals = (input: unknown) => {
  const { error } = requisitesInput.safeParse(input);
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
};

describe("requisitesInput", () => {
  it("normalises a company and finds its bank by the account", () => {
    expect(parse(company)).toEqual({
      kind: "legalEntity",
      fullName: "Общество с ограниченной ответственностью «Ромашка»",
      shortName: "ООО «Ромашка»",
      unp: "190000018",
      legalAddress: "220030, г. Минск, ул. Ленина, 1",
      postalAddress: "220030, г. Минск, ул. Ленина, 1",
      iban: "BY48AKBB30120000000000000001",
      bic: "AKBBBY2X",
      bankName: "Беларусбанк",
      signatoryName: "Иванов Иван Иванович",
      signatoryPosition: "директор",
      authorityBasis: "устава",
      gln: null,
      email: "buh@romashka.by",
      phone: "+375291234567",
      resident: true,
    });
  });

  it("names a sole proprietor's certificate as the basis, and asks for no account", () => {
    expect(parse(proprietor)).toMatchObject({
      fullName: "Петров Пётр Петрович",
      registration: { date: "2020-02-01" },
      postalAddress: "224000, г. Брест, ул. Советская, 2",
      authorityBasis: "свидетельства о государственной регистрации № 290000014 от 01.02.2020",
      iban: null,
      bic: null,
      bankName: null,
    });
    const withAccount = { ...proprietor, iban: "BY68PJCB30120000000000000002" };
    expect(parse(withAccount)).toMatchObject({ bic: "PJCBBY2X", bankName: "Приорбанк" });
  });

  it("asks a person for a name and an address, and checks the rest only when given", () => {
    expect(parse(person)).toMatchObject({ unp: null, iban: null });
    expect(parse({ ...person, unp: "МА1953684" })).toMatchObject({ unp: "MA1953684" });
    expect(refusals({ ...person, iban: "BY" })).toEqual({ iban: "iban.length" });
  });

  it.each([company, proprietor, { ...proprietor, iban: "BY68PJCB30120000000000000002" }, person])(
    "takes what it gave, unchanged: $kind",
    (input) => {
      const once = parse(input);
      expect(parse(once)).toEqual(once);
      expect(JSON.parse(JSON.stringify(once))).toEqual(once);
    },
  );

  it("answers every wrong field with its code", () => {
    expect(
      refusals({
        ...company,
        shortName: " ",
        unp: "190000019",
        iban: "BY48AKBB30120000000000000002",
        bic: "AKBB",
        email: "romashka.by",
        phone: "12",
        gln: "481",
        fullName: "Я".repeat(301),
        signatoryName: undefined,
      }),
    ).toEqual({
      shortName: "field.required",
      unp: "unp.check_digit",
      iban: "iban.checksum",
      bic: "bic.length",
      email: "email.format",
      phone: "phone.length",
      gln: "gln.length",
      fullName: "field.too_long",
      signatoryName: "field.required",
    });
  });

  it("gives the right check digit with the refusal", () => {
    const { error } = requisitesInput.safeParse({ ...company, unp: "190000019" });
    expect(error?.issues[0]).toMatchObject({ message: "unp.check_digit", params: { expected: 8 } });
  });

  it.each([false, undefined, "no"])("refuses who is no resident of Belarus (resident: %s)", (resident) => {
    for (const input of [company, proprietor, person]) {
      expect(refusals({ ...input, resident })).toEqual({ resident: "party.not_resident" });
    }
  });

  it("refuses a BIC of another bank than the account's", () => {
    expect(refusals({ ...company, bic: "ALFABY2X", bankName: "Альфа-Банк" })).toEqual({ bic: "bic.iban_mismatch" });
  });

  it("asks for a bank that the table does not know, and takes it typed", () => {
    const unknown = { ...company, iban: "BY92ZZZZ30120000000000000001" };
    expect(refusals(unknown)).toEqual({ bic: "field.required", bankName: "field.required" });
    const typed = { ...unknown, bic: "zzzz by 2x", bankName: "Новый банк" };
    expect(parse(typed)).toMatchObject({ bic: "ZZZZBY2X", bankName: "Новый банк" });
  });

  it("refuses a right number of the wrong sort", () => {
    expect(refusals({ ...company, unp: "MA1953684" })).toEqual({ unp: "unp.not_organisation" });
    expect(refusals({ ...person, unp: "190000018" })).toEqual({ unp: "unp.not_individual" });
  });

  it("refuses a certificate's date that is no date", () => {
    const registration = { ...proprietor.registration, date: "31.02.2020" };
    expect(refusals({ ...proprietor, registration })).toEqual({ "registration.date": "field.date" });
    expect(refusals({ ...proprietor, registration: undefined })).toEqual({ registration: "field.required" });
  });

  it.each([{}, { kind: "bank" }])("asks for the kind of %j", (input) => {
    expect(refusals(input)).toEqual({ kind: "field.choose" });
  });

  it.each([null, "x", 5, []])("refuses %j whole", (input) => {
    expect(requisitesInput.safeParse(input).success).toBe(false);
  });

  it("speaks codes only, whatever it is fed", () => {
    for (const kind of ["legalEntity", "soleProprietor", "individual"]) {
      for (const value of [null, 5, {}, [], "", "\n"]) {
        const filled = Object.fromEntries(
          Object.keys({ ...company, ...proprietor, gln: "" }).map((key) => [key, value]),
        );
        for (const code of Object.values(refusals({ ...filled, kind }))) expect(code).toMatch(/^[a-z]+\.[a-z_]+$/);
      }
    }
  });
});

it("names a party as people do", () => {
  const names = [company, proprietor, person].map((input) => displayName(parse(input) as Requisites));
  expect(names).toEqual(["ООО «Ромашка»", "ИП Петров Пётр Петрович", "Сидорова Анна Сергеевна"]);
});

it("knows a draft from a complete party", () => {
  expect(requisitesComplete(parse(company))).toBe(true);
  expect(requisitesComplete({ ...parse(company), signatoryName: "" })).toBe(false);
});
