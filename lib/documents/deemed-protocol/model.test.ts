import { describe, expect, it } from "vitest";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { actFacts } from "../testing/samples.ts";
import { deemedProtocolModel } from "./model.ts";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const sentOn = asDay("2026-04-17");
const act = { ...actFacts(), sentOn, ediDocumentId: "a81bc81b", trackingNumber: null, receivedOn: null };
const counted = addWorkingDays(belarusCalendar, sentOn, 5);
const protocol = (change: Partial<typeof act> | { channel: "post"; trackingNumber: string } = {}) =>
  deemedProtocolModel({ act: { ...act, ...change }, counted, deemedOn: asDay("2026-04-28") });

describe("deemedProtocolModel", () => {
  it("lists every day after the sending: counted ones numbered, skipped ones with the reason", () => {
    expect(protocol().days.rows.map((row) => row.map(plain))).toEqual([
      ["18.04.2026", "суббота", "нет, выходной день", "—"],
      ["19.04.2026", "воскресенье", "нет, выходной день", "—"],
      [
        "20.04.2026",
        "понедельник",
        "нет, день отдыха перенесён сюда, постановление Совета Министров от 22.07.2025 № 397",
        "—",
      ],
      ["21.04.2026", "вторник", "нет, нерабочий праздничный день: Радуница", "—"],
      ["22.04.2026", "среда", "да, рабочий день", "1"],
      ["23.04.2026", "четверг", "да, рабочий день", "2"],
      ["24.04.2026", "пятница", "да, рабочий день", "3"],
      ["25.04.2026", "суббота", "да, рабочий день по переносу", "4"],
      ["26.04.2026", "воскресенье", "нет, выходной день", "—"],
      ["27.04.2026", "понедельник", "да, рабочий день", "5"],
    ]);
  });

  it("concludes from the day after the last one, by 3.8", () => {
    const [conclusion = ""] = protocol().conclusion.map(plain);
    expect(conclusion).toContain("истёк 27.04.2026");
    expect(conclusion).toContain("По пункту 3.8 договора с 28.04.2026");
    expect(plain(protocol().rule)).toContain("5 рабочих дней со дня направления");
  });

  it("says how the act went out", () => {
    const sent = (model: ReturnType<typeof protocol>) =>
      plain(model.facts.find(([name]) => name === "Акт направлен")?.[1] ?? "");
    expect(sent(protocol())).toBe("17.04.2026, через сервис «ЭДиН», документ a81bc81b");
    expect(sent(protocol({ channel: "post", trackingNumber: "PC000000005BY" }))).toBe(
      "17.04.2026, почтой, отправление PC000000005BY",
    );
  });

  it("keeps the day of receipt where it is known", () => {
    const received = (model: ReturnType<typeof protocol>) => model.facts.find(([name]) => name === "Акт получен")?.[1];
    expect(received(protocol())).toBe("сведений нет");
    expect(
      received(
        deemedProtocolModel({ act: { ...act, receivedOn: asDay("2026-04-20") }, counted, deemedOn: counted.date }),
      ),
    ).toBe("20.04.2026");
  });
});
