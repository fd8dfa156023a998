import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

import { evidencePack } from "#/app/_evidence/pack.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database } from "#/db/client.ts";
import { env } from "#/lib/env.ts";
import { type Command, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

/** Writes a contract's evidence pack into a file: whole or not at all. */
export const contractPack: Command = {
  options: { out: { type: "string" } },
  async run({ positionals: [id, ...more], values: { out } }) {
    if (!z.uuid().safeParse(id).success || more.length > 0) throw new WrongCall("нужен номер договора (UUID)");
    if (typeof out !== "string" || out === "") throw new WrongCall("нужен --out <файл.zip>");
    const part = `${out}.part`;
    try {
      const db = database();
      const [now, origin] = [await currentTime(db), env().PUBLIC_ORIGIN];
      const pack = await evidencePack(db, { kind: "system", job: "office" }, String(id), { now, origin });
      if (!pack) return { ok: false, json: { reason: "record.not_found" }, text: refusalText("record.not_found") };
      const file = createWriteStream(part);
      await pipeline(pack.bytes, file);
      await rename(part, out);
      return { ok: true, json: { out, bytes: file.bytesWritten }, text: `${out}, ${file.bytesWritten} байт` };
    } finally {
      await rm(part, { force: true });
      await closeDatabase();
    }
  },
};
