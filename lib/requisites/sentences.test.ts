import { describe, expect, it } from "vitest";
import { errorWords, locales } from "#/lib/messages/messages.ts";
import type { MoneyRefusal } from "#/lib/money/kopecks.ts";
import type { BicReason } from "./bic.ts";
import type { EmailReason } from "./email.ts";
import type { GlnReason } from "./gln.ts";
import type { IbanReason } from "./iban.ts";
import type { PhoneReason } from "./phone.ts";
import type { PortalReason } from "./portal.ts";
import type { UnpReason } from "./unp.ts";

type Code = UnpReason | IbanReason | BicReason | GlnReason | PortalReason | EmailReason | PhoneReason | MoneyRefusal;

/** The compiler holds this list complete: a new code without a line here does not build. */
const CODES = {
  "unp.length": 0,
  "unp.characters": 0,
  "unp.check_digit": 0,
  "unp.not_issued": 0,
  "iban.country": 0,
  "iban.length": 0,
  "iban.characters": 0,
  "iban.checksum": 0,
  "bic.length": 0,
  "bic.country": 0,
  "bic.characters": 0,
  "gln.length": 0,
  "gln.characters": 0,
  "gln.check_digit": 0,
  "portal.format": 0,
  "portal.mixed_alphabets": 0,
  "portal.ip": 0,
  "portal.local": 0,
  "portal.reserved": 0,
  "portal.label": 0,
  "email.format": 0,
  "email.characters": 0,
  "email.length": 0,
  "phone.characters": 0,
  "phone.length": 0,
  "phone.code": 0,
  "phone.country": 0,
  "money.empty": 0,
  "money.format": 0,
  "money.decimals": 0,
  "money.too_large": 0,
} satisfies Record<Code, 0>;

const schemaCodes = ["bic.iban_mismatch", "party.not_resident", "unp.not_organisation", "unp.not_individual"];

describe.each(locales)("refusals in %s", (locale) => {
  it.each([...Object.keys(CODES), ...schemaCodes])("%s has a sentence", (code) => {
    const words = errorWords(locale);
    expect(words(code, { expected: 6 })).not.toBe(words("form.unknown"));
  });
});
