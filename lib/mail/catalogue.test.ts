import { describe, expect, it } from "vitest";

import { locales } from "#/lib/messages/locales.ts";
import { CATALOGUE, factsOf } from "./catalogue.ts";
import { FRAME, SAMPLES, sampleMail } from "./templates/samples.ts";
import { TEMPLATE_NAMES } from "./templates.ts";

describe("the catalogue of letters", () => {
  it("knows of each why it is written, and to whom", () => {
    expect(CATALOGUE.map(({ name }) => name)).toEqual(TEMPLATE_NAMES);
    for (const { name, events, to, legal } of CATALOGUE) {
      expect(events.length, `nobody sends ${name}`).toBeGreaterThan(0);
      if (to.side === "customer") expect(to.kinds.length, name).toBeGreaterThan(0);
      if (to.side === "staff") expect(to.roles.length, name).toBeGreaterThan(0);
      if (legal) expect(to.side, name).toBe("customer");
      // A letter to the house says so in its name, and no letter to a customer does.
      if (to.side !== "person") expect(to.side === "staff", name).toBe(/^(staff-|evidence-)/.test(name));
    }
  });

  it("reads the table of notices", () => {
    expect(factsOf("invoice-issued")).toEqual({
      to: { side: "customer", kinds: ["invoice"] },
      events: ["issue-invoice", "reissue-invoice"],
      clauses: ["3.1", "3.2"],
      legal: true,
    });
    expect(factsOf("staff-act-refused")).toMatchObject({
      to: { side: "staff", roles: ["lawyer", "accountant"] },
      legal: false,
    });
    expect(factsOf("subscription-ends").legal).toBe(false);
  });
});

describe.each(locales)("the preview in %s", (locale) => {
  it.each(TEMPLATE_NAMES)("%s is drawn about its sample: subject, text and a document that fetches nothing", (name) => {
    const { subject, text, html } = sampleMail(name, locale);
    expect(subject).toMatch(/\S{2}/);
    expect(text.startsWith(`${subject}\n`)).toBe(true);
    expect(text).toContain(`${FRAME.origin}${SAMPLES[name].path}`);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|embed|base|meta http-equiv)|\ssrc=|url\(|\son\w+=/i);
  });
});
