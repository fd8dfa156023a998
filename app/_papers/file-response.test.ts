import { describe, expect, it } from "vitest";

import { contentDisposition, fileResponse } from "./file-response.ts";

describe("contentDisposition", () => {
  it.each([
    "Счёт 26-000145-7.pdf",
    `a"b\\c%d'e(f)*.pdf`,
    "line\r\nSet-Cookie: x=1.pdf",
    "../../etc/passwd",
    "половина пары \uD800.pdf",
  ])("carries %j whole and breaks out of nothing", (name) => {
    const header = contentDisposition(name);
    expect(header).toMatch(/^attachment; filename="[\x20-\x7E]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/);
    expect(header.match(/"/g)).toHaveLength(2);
    expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(name.toWellFormed());
    expect(() => new Headers({ "content-disposition": header })).not.toThrow();
  });
});

describe("fileResponse", () => {
  it("lets nothing run and nothing be kept", async () => {
    const answer = fileResponse({ name: "a.pdf", mediaType: "application/pdf" }, Buffer.from("%PDF"));
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-length")).toBe("4");
    expect(await answer.text()).toBe("%PDF");
  });
});
