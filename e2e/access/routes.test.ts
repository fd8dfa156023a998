import { createHash } from "node:crypto";

import { UPLOAD_KINDS, type UploadKind } from "#/lib/files/recognise.ts";
import { LETTER_POLICY } from "#/lib/security-headers.ts";
import { honest, type Reply } from "../fixtures/door.ts";
import { scan } from "../fixtures/papers.ts";
import { quiet, stateOfRecords } from "../fixtures/records.ts";
import { expect, test } from "../fixtures/test.ts";
import { addressesOfTheBuild } from "../pages/list.ts";
import { type Estate, makeEstate } from "./estate.ts";
import { type Ids, malformedIds, missingIds } from "./objects.ts";
import { mayAsk, type Principal } from "./principals.ts";

/** Papers and files: whose they are, and for whom of the house. The rest answers to everybody. */
const DOWNLOADS: Record<string, (ids: Ids) => string> = {
  "/api/invoices/[id]/pdf": ({ invoiceId }) => invoiceId,
  "/api/acts/[id]/pdf": ({ actId }) => actId,
  "/api/acts/[id]/protocol": ({ actId }) => actId,
  "/api/files/[id]": ({ fileId }) => fileId,
  "/api/acts/[id]/refusal": ({ actId }) => actId,
  "/api/contracts/[id]/force-majeure/[caseId]": ({ contractId }) => contractId,
  "/api/reconciliations/[id]/pdf": ({ reconciliationId }) => reconciliationId,
  "/api/contracts/[id]/pack": ({ contractId }) => contractId,
  "/api/parties/[id]/month-pack": ({ partyId }) => partyId,
  "/api/parties/[id]/statement/[format]": ({ partyId }) => partyId,
};
const OPEN = [
  ...["/api/health", "/api/ready", "/api/csp-report"],
  ...["pdf", "json", "text", "csv", "xlsx"].map((format) => `/api/documents/[slug]/[edition]/${format}`),
  ...["/api/documents", "/api/documents/[slug]/feed", "/api/evidence/heads"],
];
/** Known by a secret in the address, which opens it to whoever has it. */
const BY_SECRET = "/api/calendar/[token]";
/** A letter about invented people, for the frame of the preview. */
const LETTER = "/api/mail/templates/[name]";
/** What the house holds about whoever asks: there is nobody else's to ask for. */
const OWN_DATA = "/api/privacy/data";
/** Papers that the house draws for itself: a template about invented people, the letters of the day. */
const FOR_HOUSE = {
  "/api/papers/[kind]/sample": ["edition.read", "/api/papers/act/sample?vat=20"],
  "/api/acts/postal-register": ["contract.send-act", "/api/acts/postal-register"],
} as const;
/** The house's catalogue as a table; the public one is a page. */
const CATALOG_TABLE = "/api/catalog/csv";
/** Registers and exports of the books. */
const BOOKS = "/api/reports/[register]/[format]";
const EXPORTS = "/api/books/exports/[id]";
/** The second half of an import. */
const IMPORT = "/api/statements/[fileId]";
const FOR_CRAWLERS = ["/robots.txt", "/sitemap.xml", "/favicon.ico", "/icon.svg", "/manifest.webmanifest"];

let estate: Estate;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  estate = await makeEstate();
  await quiet();
});

test("every route of the build is known here", () => {
  const known = [
    ...Object.keys(DOWNLOADS),
    ...OPEN,
    ...FOR_CRAWLERS,
    BY_SECRET,
    OWN_DATA,
    CATALOG_TABLE,
    LETTER,
    BOOKS,
    EXPORTS,
    "/api/uploads",
    IMPORT,
  ].concat(Object.keys(FOR_HOUSE));
  expect(addressesOfTheBuild().routes.filter((route) => !known.includes(route))).toEqual([]);
});

test(`${OWN_DATA} gives everybody their own data, and no colleague anything`, async () => {
  for (const { name, visitor, actor } of estate.principals) {
    const { status, headers, text } = await visitor.get(OWN_DATA);
    const theirs = actor?.kind === "customer" || actor?.kind === "newcomer";
    expect(status, name).toBe(theirs ? 200 : actor ? 404 : 401);
    if (!theirs) continue;
    expect(headers["content-disposition"]).toMatch(/^attachment/);
    expect(headers["cache-control"]).toContain("no-store");
    const others = name === "owner of B" ? estate.a : estate.b;
    for (const secret of [others.userId, others.partyId, others.contractId]) expect(text, name).not.toContain(secret);
  }
});

test(`${CATALOG_TABLE} is for the house alone`, async () => {
  for (const { name, visitor, actor } of estate.principals) {
    const { status, headers, body } = await visitor.get(CATALOG_TABLE);
    const may = actor?.kind === "staff";
    expect(status, name).toBe(may ? 200 : actor ? 404 : 401);
    if (may) expect(headers["content-disposition"]).toMatch(/^attachment/);
    else expect(body.length, name).toBe(0);
  }
});

test(`${BY_SECRET} opens for nobody who has no secret`, async () => {
  for (const principal of estate.principals)
    for (const guess of ["x".repeat(43), estate.a.partyId, estate.a.userId, "..%2f..%2fetc"]) {
      const { status, body } = await principal.visitor.get(BY_SECRET.replace("[token]", guess));
      expect([status, body.length], `${principal.name} guessed ${guess}`).toEqual([404, 0]);
    }
});

test(`${LETTER} is for the house, shows nothing to others and can do nothing`, async () => {
  for (const principal of estate.principals) {
    const { name, visitor } = principal;
    const get = (template: string) => visitor.get(LETTER.replace("[name]", template));
    const { status, text, headers } = await get("act-sent?language=en");
    const may = principal.actor?.kind === "staff" && mayAsk(principal, "mail.read");
    expect(status, name).toBe(may ? 200 : principal.actor ? 404 : 401);
    const missing = await get("no-such-letter");
    expect([missing.status, missing.text], name).toEqual([principal.actor ? 404 : 401, ""]);
    expect((await get("toString")).status, name).toBe(missing.status);
    if (!may) {
      expect(text, name).toBe("");
      continue;
    }
    expect(text).toContain('<html lang="en">');
    // Said twice, by the proxy and by the route: the route alone would do.
    for (const policy of String(headers["content-security-policy"]).split(", ")) expect(policy).toBe(LETTER_POLICY);
    expect(headers["cache-control"]).toContain("no-store");
  }
});

for (const [route, [permission, address]] of Object.entries(FOR_HOUSE))
  test(`${route} is drawn for whoever may ask in the house, and for nobody else`, async () => {
    for (const principal of estate.principals) {
      const { name, visitor } = principal;
      const { status, headers, body } = await visitor.get(address);
      const may = principal.actor?.kind === "staff" && mayAsk(principal, permission);
      expect(status, name).toBe(may ? 200 : principal.actor ? 404 : 401);
      if (!may) {
        expect(body.length, name).toBe(0);
        continue;
      }
      expect(body.subarray(0, 5).toString(), name).toBe("%PDF-");
      expect(headers["cache-control"]).toContain("no-store");
      const missing = await visitor.get("/api/papers/toString/sample");
      expect([missing.status, missing.body.length], name).toEqual([404, 0]);
    }
  });

test(`${BOOKS} is for whoever reads the books, a register of no name and an export of nobody are missing`, async () => {
  for (const principal of estate.principals) {
    const { name, visitor } = principal;
    const may = principal.actor?.kind === "staff" && mayAsk(principal, "books.read");
    for (const [format, begins] of [
      ["csv", "\uFEFF"],
      ["xlsx", "PK"],
    ] as const) {
      const { status, headers, body } = await visitor.get(
        `/api/reports/invoices/${format}?from=2026-01-01&to=2026-12-31`,
      );
      expect(status, `${name} ${format}`).toBe(may ? 200 : principal.actor ? 404 : 401);
      if (!may) expect(body.length, name).toBe(0);
      else expect(body.toString().startsWith(begins), name).toBe(true);
      if (may) expect(headers["cache-control"]).toContain("no-store");
    }
    for (const missing of [
      "/api/reports/toString/csv",
      "/api/reports/invoices/exe",
      EXPORTS.replace("[id]", estate.a.contractId),
    ])
      expect((await visitor.get(missing)).status, `${name} ${missing}`).toBe(principal.actor ? 404 : 401);
  }
});

const isCustomer = ({ actor }: Principal) => actor?.kind === "customer";
const seen = ({ status, body }: Reply) => `${status} ${body.length}`;

for (const [pattern, idOf] of Object.entries(DOWNLOADS))
  test(`${pattern} gives a paper to its party and to the house, and nothing to others`, async () => {
    const get = ({ visitor }: Principal, ids: Ids) =>
      visitor.get(
        pattern
          .replace("[id]", encodeURIComponent(idOf(ids)))
          .replace("[caseId]", encodeURIComponent(ids.contractId))
          .replace("[format]", "csv")
          .replace(/month-pack$/, "month-pack?month=2026-01"),
      );
    for (const principal of estate.principals) {
      const { name } = principal;
      const [own, others] = name === "owner of B" ? [estate.b, estate.a] : [estate.a, estate.b];
      const mine = await get(principal, own);
      const missing = await get(principal, missingIds());
      const malformed = await get(principal, malformedIds());
      if (!principal.actor) {
        expect([mine, missing, malformed].map(seen), name).toEqual(["401 0", "401 0", "401 0"]);
        continue;
      }
      expect([missing, malformed].map(seen), name).toEqual(["404 0", "404 0"]);
      const may = mayAsk(principal, "contract.read");
      // The act was sent, neither refused nor passed over in silence; nothing was declared.
      const exists = may && !/\/(protocol|refusal|force-majeure)(\/|$)/.test(pattern);
      expect(mine.status, name).toBe(exists ? 200 : 404);
      if (isCustomer(principal)) expect(seen(await get(principal, others)), name).toBe("404 0");
      if (!exists) continue;
      expect(mine.headers["content-disposition"], "saved, not opened in the site").toMatch(/^attachment/);
      expect(mine.headers["x-content-type-options"]).toBe("nosniff");
      expect(mine.headers["content-security-policy"]).toContain("sandbox");
      expect(mine.headers["cache-control"]).toContain("no-store");
    }
  });

test("a bank statement is for those who may read statements", async () => {
  for (const principal of estate.principals) {
    const { status } = await principal.visitor.get(`/api/files/${estate.a.statementFileId}`);
    const may = principal.actor?.kind === "staff" && mayAsk(principal, "statement.read");
    expect(status, principal.name).toBe(may ? 200 : principal.actor ? 404 : 401);
  }
});

test("uploads: each kind from whom it is expected, about their own contract, from our own page", async () => {
  const ALLOW = {
    statement: "statement.import",
    activation: "contract.correct-activation",
    "signed-act": "contract.sign-act",
    refusal: "contract.refuse-act",
    "signed-reconciliation": "reconciliation.answer",
    "force-majeure": "force-majeure.declare",
    "on-behalf": "contract.on-behalf",
    edition: "edition.draft",
    scan: "scan.intake",
    catalog: "catalog.edit",
  } as const satisfies Record<UploadKind, string>;
  const file = scan();
  const sha256 = createHash("sha256").update(file.buffer).digest("hex");
  const send = ({ visitor }: Principal, kind: string, contract: string, headers = honest()) =>
    visitor.knock(
      "POST",
      `/api/uploads?kind=${kind}&contract=${encodeURIComponent(contract)}`,
      { ...headers, "x-file-name": "x.pdf", "x-file-sha256": sha256 },
      file.buffer,
    );
  for (const principal of estate.principals) {
    const others = principal.name === "owner of B" ? estate.a : estate.b;
    for (const kind of UPLOAD_KINDS) {
      const may = mayAsk(principal, ALLOW[kind]);
      const before = await stateOfRecords();
      const missing = await send(principal, kind, missingIds().contractId);
      expect(missing.status, `${principal.name} ${kind}`).toBe(422);
      if (isCustomer(principal) || !may)
        expect((await send(principal, kind, others.contractId)).text, principal.name).toBe(missing.text);
      expect((await send(principal, kind, "нет")).status).toBe(422);
      const forged = await send(principal, kind, others.contractId, { origin: "https://evil.example" } as never);
      expect(JSON.parse(forged.text)).toEqual({ ok: false, error: { code: "auth.origin" } });
      expect(await stateOfRecords(), `${principal.name} left a ${kind}`).toEqual(before);
    }
  }
});

test("an uploaded statement is imported by whom it is expected from, from our own page, and nothing else is", async () => {
  const press = ({ visitor }: Principal, fileId: string, headers = honest()) =>
    visitor.knock("POST", IMPORT.replace("[fileId]", encodeURIComponent(fileId)), headers);
  for (const principal of estate.principals) {
    const before = await stateOfRecords();
    const missing = await press(principal, missingIds().statementFileId);
    expect(missing.status, principal.name).toBe(422);
    expect(JSON.parse(missing.text).error.code === "record.not_found", principal.name).toBe(
      mayAsk(principal, "statement.import"),
    );
    const others = principal.name === "owner of B" ? estate.a : estate.b;
    for (const fileId of [others.fileId, "нет"]) expect((await press(principal, fileId)).text).toBe(missing.text);
    if (!mayAsk(principal, "statement.import"))
      expect((await press(principal, estate.a.statementFileId)).text).toBe(missing.text);
    const forged = await press(principal, estate.a.statementFileId, { origin: "https://evil.example" } as never);
    expect(JSON.parse(forged.text)).toEqual({ ok: false, error: { code: "auth.origin" } });
    expect(await stateOfRecords(), `${principal.name} imported something`).toEqual(before);
  }
});

test("a file is what its bytes say, whole or not at all", async () => {
  const owner = { visitor: estate.ownerA } as Principal;
  const send = (buffer: Buffer, sha256 = createHash("sha256").update(buffer).digest("hex")) =>
    owner.visitor.knock(
      "POST",
      `/api/uploads?kind=signed-act&contract=${estate.a.contractId}`,
      { ...honest(), "x-file-name": "act.pdf", "x-file-sha256": sha256 },
      buffer,
    );
  const codeOf = async (reply: Promise<Reply>) =>
    (JSON.parse((await reply).text) as { error?: { code: string } }).error?.code;
  expect(await codeOf(send(Buffer.from("<script>alert(1)</script>")))).toBe("file.type");
  expect(await codeOf(send(Buffer.alloc(0)))).toBe("file.empty");
  expect(await codeOf(send(Buffer.alloc(11 * 1024 * 1024, 37)))).toBe("file.too_big");
  expect(await codeOf(send(scan().buffer, "0".repeat(64)))).toBe("file.upload");
});

test("no method but the known ones does anything", async () => {
  const owner = estate.ownerA;
  const before = await stateOfRecords();
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"])
    for (const at of ["/cabinet", "/api/uploads", `/api/files/${estate.a.fileId}`, "/staff/payments"]) {
      const { status, headers } = await owner.knock(method, at, { origin: "https://evil.example" });
      expect(status, `${method} ${at}`).toBeLessThan(500);
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  expect(await stateOfRecords()).toEqual(before);
});
