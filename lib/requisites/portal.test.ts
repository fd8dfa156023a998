import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLOUD_ZONES, checkPortal } from "./portal.ts";

describe("checkPortal", () => {
  it.each([
    "company.bitrix24.by",
    "COMPANY.Bitrix24.BY",
    " https://company.bitrix24.by/ ",
    "http://company.bitrix24.by:8080/crm/deal/list/?a=1#top",
    "https://user:secret@company.bitrix24.by/stream",
    "//company.bitrix24.by",
    "company.bitrix24.by?utm=1",
    "company.bitrix24.by#top",
    "www.company.bitrix24.by",
    "company.bitrix24.by.",
    "https://www.company.bitrix24.by.:443/",
  ])("reads %j", (address) => {
    const host = "company.bitrix24.by";
    expect(checkPortal(address)).toEqual({ valid: true, host, kind: "cloud", zone: "by", reason: null });
  });

  it.each(CLOUD_ZONES)("knows the zone %s", (zone) => {
    expect(checkPortal(`b24-x1.bitrix24.${zone}`)).toMatchObject({ valid: true, kind: "cloud", zone });
    expect(checkPortal(`bitrix24.${zone}`)).toMatchObject({ valid: false, reason: "portal.reserved", zone });
    expect(checkPortal(`helpdesk.bitrix24.${zone}`)).toMatchObject({ valid: false, reason: "portal.reserved" });
  });

  it.each([
    ["crm.company.by", "crm.company.by"],
    ["https://www.company.by/bitrix/", "company.by"],
    ["портал.бел", "xn--80awhdgm.xn--90ais"],
    ["https://Портал.БЕЛ/путь", "xn--80awhdgm.xn--90ais"],
    ["xn--80awhdgm.xn--90ais", "xn--80awhdgm.xn--90ais"],
    ["bitrix24.company.by", "bitrix24.company.by"],
    ["notbitrix24.by", "notbitrix24.by"],
    ["company.bitrix24.by.evil.com", "company.bitrix24.by.evil.com"],
  ])("takes %j as a domain of the customer's own", (address, host) => {
    expect(checkPortal(address)).toEqual({ valid: true, host, kind: "custom", zone: null, reason: null });
  });

  it.each([
    ["", "portal.format"],
    ["   ", "portal.format"],
    ["https://", "portal.format"],
    ["ftp://company.bitrix24.by", "portal.format"],
    ["javascript://company.bitrix24.by/%0aalert(1)", "portal.format"],
    ["javascript:alert(1)", "portal.format"],
    ["my company.bitrix24.by", "portal.format"],
    ["company..by", "portal.format"],
    ["company.by..", "portal.format"],
    ["-company.by", "portal.format"],
    ["my_company.by", "portal.format"],
    ["company.by:99999", "portal.format"],
    ["company.b", "portal.format"],
    [`${"a".repeat(64)}.by`, "portal.format"],
    [`${"a.".repeat(130)}by`, "portal.format"],
    ["192.168.0.1", "portal.ip"],
    ["http://2130706433/", "portal.ip"],
    ["0x7f.1", "portal.ip"],
    ["[::1]", "portal.ip"],
    ["http://[2001:db8::1]:80/", "portal.ip"],
    ["localhost", "portal.local"],
    ["localhost:3000", "portal.local"],
    ["crm", "portal.local"],
    ["by", "portal.local"],
    ["www.by", "portal.local"],
    ["crm.company.local", "portal.local"],
    ["www.bitrix24.by", "portal.reserved"],
    ["auth2.bitrix24.net", "portal.reserved"],
    ["https://www.bitrix24.by/apps/?filter_plus=Y", "portal.reserved"],
    ["partners.1c-bitrix.ru", "portal.reserved"],
    ["1c-bitrix.by", "portal.reserved"],
    ["a.bitrix24.by", "portal.label"],
    ["-a.bitrix24.by", "portal.format"],
    ["crm.company.bitrix24.by", "portal.label"],
    ["компания.bitrix24.by", "portal.label"],
    ["сompany.bitrix24.by", "portal.mixed_alphabets"], // the first letter is Cyrillic
    ["company.bitriх24.by", "portal.mixed_alphabets"], // so is the х
  ])("refuses %j as %s", (address, reason) => {
    expect(checkPortal(address)).toMatchObject({ valid: false, kind: null, reason });
  });

  it("takes what it answered, and never throws", () => {
    const address = fc.oneof(fc.webUrl(), fc.domain(), fc.ipV4(), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(address, (text) => {
        const check = checkPortal(text);
        if (check.valid) expect(checkPortal(check.host)).toEqual(check);
        else expect(check.reason).toMatch(/^portal\./);
      }),
    );
  });
});
