import { describe, expect, it } from "vitest";

import { locales } from "#/lib/messages/locales.ts";
import { renderMail } from "./render.ts";
import { FRAME, SAMPLES } from "./templates/samples.ts";
import { TEMPLATES, type Template } from "./templates.ts";

const names = Object.keys(TEMPLATES) as Template[];
const plain = (html: string) =>
  html
    .replace(/<(style|title)[^>]*>.*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe.each(locales)("letters in %s", (locale) => {
  it.each(names)("%s says the same in text and HTML, and lacks no word", (name) => {
    const { subject, text, html } = renderMail(name, locale, SAMPLES[name], FRAME);
    expect(subject).not.toMatch(/[{}\r\n]|undefined|\[object|mail\.|customer\.|staff\.|account\./);
    expect(text).not.toMatch(/\{|\}|undefined|\[object|\b(customer|staff|account|facts|documents|sums)\.\w/);
    for (const line of text.split("\n").filter((line) => line && line !== "-- ")) {
      const said = line
        .replace(/^([^:]+): .*/, "$1")
        .replace(/:$/, "")
        .replace(/\s+/g, " ");
      if (!line.startsWith("http")) expect(plain(html)).toContain(said);
    }
    expect(html).toContain(`lang="${locale}"`);
    expect(text).toContain(`${FRAME.origin}${SAMPLES[name].path}`);
    expect(html).toContain(`href="${FRAME.origin}${SAMPLES[name].path}"`);
    expect(html).not.toMatch(/<(img|script|link|iframe)|src=|url\(/);
  });

  it("says in any letter what the house did on the customer's word, and how to object", () => {
    const behalf = { how: "phone", reason: "звонил директор, просил отменить", by: "Н. Сотрудник" } as const;
    const { text, html } = renderMail("order-cancelled", locale, { ...SAMPLES["order-cancelled"], behalf }, FRAME);
    for (const said of [behalf.reason, behalf.by]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(renderMail("order-cancelled", locale, SAMPLES["order-cancelled"], FRAME).text).not.toContain(behalf.by);
  });

  it("names a person nowhere in a subject", () => {
    for (const name of names)
      expect(renderMail(name, locale, SAMPLES[name], FRAME).subject).not.toMatch(/Ромашка|romashka/);
  });
});

describe("a deadline comes with its reason", () => {
  const text = (name: Template, locale: "ru" | "be" | "en" = "ru") =>
    renderMail(name, locale, SAMPLES[name], FRAME).text;

  it("in Russian", () => {
    expect(text("contract-concluded")).toContain("до 12.05.2026, 15-й рабочий день после оплаты, п. 3.5");
    expect(text("invoice-issued")).toContain("до 28.04.2026 включительно, 5-й рабочий день после выставления, п. 3.2");
    expect(text("act-received")).toContain("до 23.04.2026, 3-й календарный день после получения, п. 3.7");
    expect(text("act-sent")).toContain(
      "акт считается принятым после 28.04.2026, 5-й рабочий день после направления, п. 3.8",
    );
    expect(text("subscription-ends")).toContain("осталось 7 дней");
  });

  it("in Belarusian and English", () => {
    expect(text("act-received", "be")).toContain("3-і каляндарны дзень пасля атрымання");
    expect(text("contract-concluded", "be")).toContain("15-ы рабочы дзень пасля аплаты");
    expect(text("act-received", "en")).toContain("the 3rd calendar day after receipt");
    expect(text("contract-concluded", "en")).toContain("the 15th working day after payment");
  });
});

describe("hostile words", () => {
  const evil = `<script>alert(1)</script>"'&\r\nBcc: all@example.com`;

  it("stay words in HTML", () => {
    const data = { ...SAMPLES["act-refused"], reason: evil };
    const { html, text } = renderMail("act-refused", "ru", data, FRAME);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    expect(text).not.toMatch(/\r|^Bcc:/m);
  });

  it("cannot start a header", () => {
    const { subject } = renderMail("act-signed", "ru", { ...SAMPLES["act-signed"], number: evil }, FRAME);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it("cannot lead off our site", () => {
    expect(() => renderMail("confirm-email", "ru", { path: "//evil.example/x", minutes: 30 }, FRAME)).toThrow();
    expect(() => renderMail("confirm-email", "ru", { path: "javascript:alert(1)", minutes: 30 }, FRAME)).toThrow();
  });
});
