import { readFile } from "node:fs/promises";

import { realTime } from "#/app/_auth/real-time.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { type Bounced, noteDsn } from "#/db/writes/mail-bounce.ts";
import { type Dsn, parseDsn } from "#/lib/mail/dsn.ts";
import { type Answer, type Command, onlyText, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

const OFFICE = { kind: "system", job: "office" } as const;
/** Reports bring the letter back with its attachments; more than this is no report. */
const LARGEST = 30 * 1024 * 1024;

const OUTCOMES: Record<Bounced["outcome"], string> = {
  bounced: "письмо помечено как вернувшееся",
  already: "письмо уже помечено или отправляется снова",
  noted: "не отказ, ничего не меняется",
  unknown: "нашего письма с таким номером на этот адрес нет",
};

/** A delivery report (RFC 3464) that came to our mailbox: marks the letter that came back. `-` reads it from the input. */
export const mailBounce: Command = {
  async run(call) {
    const name = onlyText(call, "файл отчёта");
    const bytes = name === "-" ? await input() : await readFile(name).catch(() => null);
    if (bytes === null) throw new WrongCall(`нет такого файла: ${name}`);
    if (bytes.length > LARGEST) return refused("dsn.not_a_report");
    const read = parseDsn(bytes.toString("utf8"));
    if (!read.ok) return refused(read.error);
    try {
      return told(read.value, await inTenant(database(), OFFICE, (tx) => noteDsn(tx, read.value, realTime())));
    } finally {
      await closeDatabase();
    }
  },
};

function told({ messageId, reportingMta }: Dsn, recipients: Bounced[]): Answer {
  const lines = recipients.map(({ address, status, outcome }) => `${address} (${status}): ${OUTCOMES[outcome]}`);
  return {
    ok: recipients.some(({ outcome }) => outcome !== "unknown"),
    json: { ok: recipients.some(({ outcome }) => outcome !== "unknown"), messageId, reportingMta, recipients },
    text: lines.join("\n"),
  };
}

async function input(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const refused = (code: string): Answer => ({ ok: false, json: { ok: false, reason: code }, text: refusalText(code) });
