import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { type Fate, MailFate } from "./mail-fate.tsx";

const minsk = (text: string) => new Date(`${text}+03:00`);
const now = minsk("2026-04-15T23:30");
const mail: Fate = {
  status: "queued",
  attempts: 0,
  nextAttemptAt: now,
  quietUntil: null,
  acceptedAt: null,
  serverReply: null,
  lastError: null,
  bouncedAt: null,
  bounceStatus: null,
  bounceText: null,
};
const said = (more: Partial<Fate>) =>
  renderToStaticMarkup(<MailFate locale="ru" now={now} mail={{ ...mail, ...more }} />)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("the fate of a letter in words", () => {
  it("waits for the end of quiet time, and no longer than that", () => {
    const quietUntil = minsk("2026-04-16T08:00");
    expect(said({ quietUntil })).toBe("ждёт до 16.04.2026 08:00");
    expect(said({ quietUntil: now })).toBe("ждёт отправки");
  });

  it("was accepted by the mail server, with its answer", () => {
    const accepted = {
      status: "accepted",
      acceptedAt: minsk("2026-04-15T10:02"),
      serverReply: "250 2.0.0 Ok: queued as 4F2",
    } as const;
    expect(said(accepted)).toBe(
      "принято почтовым сервером 15.04.2026 10:02 Ответ сервера: 250 2.0.0 Ok: queued as 4F2",
    );
  });

  it("is tried again, was refused, was given up, came back", () => {
    expect(said({ status: "retrying", attempts: 3, lastError: "ECONNECTION" })).toBe(
      "сервер пока не принял, попыток: 3, следующая 15.04.2026 23:30 ECONNECTION",
    );
    expect(said({ status: "rejected", lastError: "EENVELOPE 550", serverReply: "550 5.1.1 no such user" })).toBe(
      "отклонено почтовым сервером Ответ сервера: 550 5.1.1 no such user",
    );
    expect(said({ status: "failed", attempts: 300 })).toBe("не отправлено, попыток: 300");
    const bounced = { bouncedAt: minsk("2026-04-15T11:00"), bounceStatus: "5.2.2", bounceText: "mailbox full" };
    expect(said({ status: "bounced", acceptedAt: minsk("2026-04-15T10:02"), ...bounced })).toBe(
      "вернулось 15.04.2026 11:00 до этого принято почтовым сервером 15.04.2026 10:02 Отчёт 5.2.2: mailbox full",
    );
  });
});
