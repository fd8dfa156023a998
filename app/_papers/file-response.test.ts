import { describe, expect, it } from "vitest";

import { contentDisposition, fileResponse, streamResponse } from "./file-response.ts";

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

describe("streamResponse", () => {
  it("asks for the next piece only when somebody reads, and stops asking when they leave", async () => {
    let made = 0;
    let ended = false;
    async function* pieces() {
      try {
        for (;;) yield Buffer.from(String(made++));
      } finally {
        ended = true;
      }
    }
    const answer = streamResponse({ name: "a.zip", mediaType: "application/zip" }, pieces());
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const reader = answer.body!.getReader();
    await reader.read();
    await reader.read();
    expect(made).toBeLessThan(5);
    await reader.cancel();
    expect(ended).toBe(true);
  });
});
