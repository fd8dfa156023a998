import { expect, type Page } from "@playwright/test";

import { linkFor } from "../fixtures/mailbox.ts";
import { newAddress, PASSWORD } from "../fixtures/people.ts";
import { ru } from "../fixtures/words.ts";
import { button, choice, field, fill, tick } from "./form.ts";

const words = ru.cabinet;
const t = (name: "unp" | "fullName" | "shortName" | "personName" | "legalAddress" | "address") =>
  words(`company.fields.${name}`);

/** The form that stands before us is filled in, the letter opened, the address confirmed: signed in. */
export async function signUp(page: Page): Promise<string> {
  const email = newAddress("buyer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ru.auth("signUp.title"));
  await fill(page, { [ru.auth("signUp.name")]: "Ирина Покупалова", [ru.auth("signUp.email")]: email });
  await page.getByLabel(ru.auth("signUp.password"), { exact: true }).fill(PASSWORD);
  await button(page, ru.auth("signUp.submit")).click();
  await expect(page.getByText(ru.auth("sent.title"))).toBeVisible();
  await page.goto(await linkFor(email, "confirm"));
  await button(page, ru.auth("confirm.submit")).click();
  await expect(page).toHaveURL(/\/cabinet/);
  return email;
}

const CONTACT = () => ({
  [words("company.fields.email")]: "buh@vasilek.example",
  [words("company.fields.phone")]: "8 029 123-45-67",
});

async function asResident(page: Page, kind: "legalEntity" | "soleProprietor" | "individual") {
  await choice(page, ru.contract(`requisites.kinds.${kind}`)).check();
  await choice(page, words("company.residentYes")).check();
}

/** Fills in a company; what is wrong in it stays for the caller to put right. */
export async function fillCompany(page: Page, unp: string) {
  await asResident(page, "legalEntity");
  await fill(page, {
    [t("unp")]: unp,
    [t("fullName")]: "Общество с ограниченной ответственностью «Василёк»",
    [t("shortName")]: "ООО «Василёк»",
    [t("legalAddress")]: "220030, г. Минск, ул. Ленина, 1",
    [words("company.fields.signatoryPosition")]: "директор",
    [words("company.fields.signatoryName")]: "Иванов Иван Иванович",
    [words("company.fields.authorityBasis")]: "устава",
    [words("company.fields.iban")]: "BY48 AKBB 3012 0000 0000 0000 0001",
    ...CONTACT(),
  });
  await tick(page, words("company.confirm")).check();
}

export async function fillSoleProprietor(page: Page, unp: string) {
  await asResident(page, "soleProprietor");
  await fill(page, {
    [t("unp")]: unp,
    [t("personName")]: "Петров Пётр Петрович",
    [words("company.registration.number")]: unp,
    [words("company.registration.date")]: "01.02.2020",
    [words("company.registration.authority")]: "Брестский горисполком",
    [t("address")]: "224000, г. Брест, ул. Советская, 2",
    ...CONTACT(),
  });
  await tick(page, words("company.confirm")).check();
}

export async function fillIndividual(page: Page) {
  await asResident(page, "individual");
  await fill(page, {
    [t("personName")]: "Сидорова Анна Сергеевна",
    [words("company.fields.postalHome")]: "230000, г. Гродно, ул. Садовая, 3, кв. 4",
    ...CONTACT(),
  });
  await tick(page, words("company.confirm")).check();
}

export const register = (page: Page) => button(page, words("company.register")).click();
export const unpField = (page: Page) => field(page, t("unp"));
