import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const OFFICE = fileURLToPath(new URL("./office.ts", import.meta.url));

type Run = { code: number; stdout: string; stderr: string };

/** The real process, as the launcher starts it. */
const office = (...args: string[]) =>
  new Promise<Run>((done) => {
    execFile(process.execPath, [OFFICE, ...args], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

const json = async (...args: string[]) => {
  const { code, stdout } = await office(...args, "--json");
  return { code, answer: JSON.parse(stdout) as unknown };
};

// Processes one after another: a busy machine starts a dozen at once too slowly for any fair time limit.
describe("office", { timeout: 30_000 }, () => {
  it("unp", async () => {
    expect(await json("unp", "УНП 192853716")).toEqual({
      code: 0,
      answer: { valid: true, value: "192853716", reason: null },
    });
    expect(await json("unp", "192853717")).toEqual({
      code: 1,
      answer: { valid: false, value: "192853717", reason: "unp.check_digit" },
    });
    expect(await office("unp", "УНП", "192", "853", "716")).toEqual({
      code: 0,
      stdout: "УНП 192853716 верен: организация или ИП\n",
      stderr: "",
    });
    const refused = await office("unp", "1");
    expect(refused).toMatchObject({ code: 1, stderr: "" });
    expect(refused.stdout).toMatch(/^Отказ: .*девять знаков.* \(unp\.length\)\n$/);
  });

  it("iban", async () => {
    expect(await json("iban", "by03", "alfa", "3012", "2j07", "1300", "1027", "0000")).toEqual({
      code: 0,
      answer: {
        valid: true,
        value: "BY03ALFA30122J07130010270000",
        bic: "ALFABY2X",
        bank: "Альфа-Банк",
        reason: null,
      },
    });
    expect(await json("iban", "BY03ALFA30122J07130010270001")).toEqual({
      code: 1,
      answer: {
        valid: false,
        value: "BY03ALFA30122J07130010270001",
        bic: null,
        bank: null,
        reason: "iban.checksum",
      },
    });
  });

  it("portal", async () => {
    expect(await json("portal", "https://Company.bitrix24.by/crm/")).toEqual({
      code: 0,
      answer: { valid: true, host: "company.bitrix24.by", kind: "cloud", zone: "by", reason: null },
    });
    expect(await json("portal", "crm.company.by")).toMatchObject({ code: 0, answer: { kind: "custom", zone: null } });
    expect(await json("portal", "http://")).toEqual({
      code: 1,
      answer: { valid: false, host: null, kind: null, zone: null, reason: "portal.format" },
    });
  });

  it("working-days", async () => {
    const { code, answer } = await json("working-days", "17.04.2026", "5");
    expect(code).toBe(0);
    expect(answer).toEqual({
      date: "2026-04-27",
      counted: ["2026-04-22", "2026-04-23", "2026-04-24", "2026-04-25", "2026-04-27"],
      skipped: [
        { date: "2026-04-18", reason: expect.stringContaining("выходной") },
        { date: "2026-04-19", reason: expect.stringContaining("выходной") },
        { date: "2026-04-20", reason: expect.stringContaining("№ 397") },
        { date: "2026-04-21", reason: "Радуница" },
        { date: "2026-04-26", reason: expect.stringContaining("выходной") },
      ],
      provisional: false,
    });
    const nextYear = await office("working-days", "2026-12-22", "15");
    expect(nextYear.stdout).toMatch(/^15\.01\.2027\n/);
    expect(nextYear.stdout).toContain("пропущен 25.12.2026: Рождество Христово (католическое)");
    expect(nextYear.stdout).toMatch(/ещё не опубликованы/);
  });

  it("words", async () => {
    const ru = "Одна тысяча двести тридцать четыре белорусских рубля 56 копеек";
    expect(await json("words", "123456")).toEqual({ code: 0, answer: { text: ru } });
    expect(await office("words", "201", "--lang", "be")).toMatchObject({ stdout: "Два беларускія рублі 01 капейка\n" });
    expect(await json("words", "100000000000000")).toMatchObject({ code: 1, answer: { reason: "money.too_large" } });
  });

  it.each([
    "",
    "no-such",
    "constructor",
    "unp",
    "unp 192853716 --no-such",
    "working-days 2026-02-30 5",
    "working-days 2026-04-17",
    "working-days 2026-04-17 0",
    "working-days 2026-04-17 1.5",
    "words 12,50",
    "words 100 --lang de",
  ])("calls «%s» wrong: exit code 2, and the usage on stderr", async (line) => {
    const { code, stdout, stderr } = await office(...line.split(" ").filter(Boolean));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("./run office");
  });

  it("lists its commands", async () => {
    const { code, stdout } = await office("help");
    expect(code).toBe(0);
    for (const name of ["unp", "iban", "portal", "working-days", "words"])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
  });
});
