import { readFile } from "node:fs/promises";

import { verifyLog } from "#/app/_evidence/verify-log.ts";
import { closeDatabase, database } from "#/db/client.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";
import type { PackProblem } from "#/lib/evidence/pack.ts";
import { verifyPack } from "#/lib/evidence/verifier/verifier.mjs";
import { translator } from "#/lib/messages/messages.ts";
import { type Answer, type Command, WrongCall } from "../command.ts";

/** A pack, or the whole log of this installation; `--head` asks whether a published or mailed sum is one of its own. */
export const evidenceVerify: Command = {
  options: { all: { type: "boolean" }, head: { type: "string" } },
  async run({ positionals: [file, ...more], values: { all, head } }) {
    if ((file === undefined) === !all || more.length > 0) throw new WrongCall("нужно одно из двух: файл ZIP или --all");
    if (head !== undefined && (!all || typeof head !== "string" || !/^[0-9a-f]{64}$/i.test(head)))
      throw new WrongCall("--head — контрольная сумма из 64 знаков, вместе с --all");
    return file === undefined ? wholeLog(head?.toString().toLowerCase()) : pack(file);
  },
};

async function pack(file: string): Promise<Answer> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) throw new WrongCall(`нет такого файла: ${file}`);
  const found = await verifyPack(bytes);
  const facts = [
    `файлов: ${found.files}, записей: ${found.entries}`,
    ...(found.seal ? [`контрольная сумма за ${found.seal.day}: ${found.seal.root}`] : []),
    ...(found.repacked ? ["архив собран заново другой программой"] : []),
  ];
  return { ok: found.ok, json: { ...found }, text: said(found.ok, "Пакет цел", facts, found.problems) };
}

async function wholeLog(head: string | undefined): Promise<Answer> {
  try {
    const db = database();
    const found = await verifyLog(db);
    const unknown = head !== undefined && !(await allSeals(db)).some(({ root }) => root === head);
    const problems: { file: string | null; event: string | null; what: string }[] = [...found.problems];
    if (unknown) problems.push({ file: null, event: `head:${head}`, what: "head-unknown" });
    const ok = problems.length === 0;
    const facts = [`записей: ${found.entries}, из них под контрольными суммами: ${found.sealed}`];
    return { ok, json: { ...found, ok, problems }, text: said(ok, "Журнал цел", facts, problems as PackProblem[]) };
  } finally {
    await closeDatabase();
  }
}

const SHOWN = 50;

function said(ok: boolean, good: string, facts: string[], problems: readonly PackProblem[]): string {
  const t = translator("ru", "evidence");
  const lines = problems
    .slice(0, SHOWN)
    .map(({ file, event, what }) => `${[file, event].filter(Boolean).join(", ") || "архив"}: ${t(`problem.${what}`)}`);
  if (problems.length > SHOWN) lines.push(`и ещё ${problems.length - SHOWN}`);
  return [ok ? good : `Найдены изменения: ${problems.length}`, ...facts, ...lines].join("\n");
}
