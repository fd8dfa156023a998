import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseDsn } from "./dsn.ts";

const file = (name: string) => readFileSync(new URL(`testing/dsn/${name}.eml`, import.meta.url), "utf8");

describe("delivery status notifications as servers write them", () => {
  it("Postfix: headers of the letter only, its id folded onto a second line", () => {
    expect(parseDsn(file("postfix"))).toEqual({
      ok: true,
      value: {
        messageId: "<0d8f1b52-6c1e-4a43-9f0b-0a8d3f6c2e11@shop.example>",
        reportingMta: "mx.shop.example",
        recipients: [
          {
            address: "buh@romashka.by",
            action: "failed",
            status: "5.1.1",
            diagnostic:
              "550 5.1.1 <Buh@Romashka.by>: Recipient address rejected: User unknown in virtual mailbox table",
          },
        ],
      },
    });
  });

  it("Exchange: words in two languages inside, the status in base64, the whole letter behind it", () => {
    expect(parseDsn(file("exchange"))).toEqual({
      ok: true,
      value: {
        messageId: "<7c1f9a34-1f0d-4a77-b3c2-5d1e8b9f0a22@shop.example>",
        reportingMta: "DB7PR01.example",
        recipients: [
          {
            address: "director@romashka.example",
            action: "failed",
            status: "5.1.10",
            diagnostic: "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
          },
        ],
      },
    });
  });

  it("Exim: a delay is no bounce, and one report speaks of several addresses", () => {
    const read = parseDsn(file("exim-delayed"));
    expect(read.ok && read.value.messageId).toBe("<b2a6d3c1-90d4-4d35-8a7e-1c2f3d4e5f60@shop.example>");
    expect(read.ok && read.value.recipients).toMatchObject([
      { address: "anna@full.example", action: "delayed", status: "4.2.2", diagnostic: "452 4.2.2 mailbox full" },
      { address: "old@full.example", action: "failed", status: "5.0.0" },
    ]);
  });

  it.each(["postfix", "exchange", "exim-delayed"])("%s reads the same with the line ends of the wire", (name) => {
    const text = file(name);
    expect(parseDsn(text.replaceAll("\n", "\r\n"))).toEqual(parseDsn(text));
  });

  it("a report that brings nothing of the letter has no id of it: its own does not count", () => {
    const text = file("postfix").replace(
      /Content-Type: text\/rfc822-headers[\s\S]*?(?=\n--9D1A)/,
      "Content-Type: text/plain\n\n",
    );
    const read = parseDsn(text);
    expect(read.ok && read.value.messageId).toBeNull();
    expect(read.ok && read.value.recipients).toHaveLength(1);
  });

  it.each([
    ["an ordinary letter", "From: a@b.by\nSubject: x\n\nStatus: 5.1.1\nAction: failed\n", "dsn.not_a_report"],
    ["nothing", "", "dsn.not_a_report"],
    [
      "an answer of a person on leave",
      "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nВ отпуске\n--x--",
      "dsn.not_a_report",
    ],
    [
      "a report without recipients",
      "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n--x--",
      "dsn.no_recipients",
    ],
  ])("%s is refused", (_what, text, code) => {
    expect(parseDsn(text)).toEqual({ ok: false, error: code });
  });

  it("never throws, however a report was cut or mixed up", () => {
    const texts = ["postfix", "exchange", "exim-delayed"].map(file);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.string(), (text, from, length, noise) => {
        const at = from % text.length;
        const broken = text.slice(0, at) + noise + text.slice(at + (length % 400));
        expect(typeof parseDsn(broken).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
    let nested = "Content-Type: message/delivery-status\n\nx";
    for (let n = 0; n < 200; n++)
      nested = `Content-Type: multipart/report; boundary=b${n}\n\n--b${n}\n${nested}\n--b${n}--`;
    expect(parseDsn(nested).ok).toBe(false);
  });
});
