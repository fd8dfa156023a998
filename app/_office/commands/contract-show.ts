import { contractThen } from "#/app/_time/contract-then.ts";
import { currentTime, givenAt } from "#/app/_time/now.ts";
import { whyText } from "#/components/contract/why-words.ts";
import { stepName } from "#/components/contract/words.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { contractByIdOrNumber } from "#/db/queries/calendar.ts";
import type { CodeParams } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type StepWhy, whySteps } from "#/lib/contract/why.ts";
import { translator } from "#/lib/messages/messages.ts";
import { type Answer, type Command, onlyText } from "../command.ts";
import { refusalText } from "../refusal.ts";
import { clocksTold } from "./clock-explain.ts";

const OFFICE = { kind: "system", job: "office" } as const;

/**
 * Where a contract stands, what may be done with it and what may not and why, and every clock with its arithmetic; with `--on`,
 * as the log says it was at the end of that day. The contract by its id or an invoice's number.
 */
export const contractShow: Command = {
  options: { on: { type: "string" } },
  async run(call) {
    const asked = onlyText(call, "договор");
    const on = typeof call.values.on === "string" ? call.values.on : undefined;
    try {
      const db = database();
      const now = await currentTime(db);
      const found = await inTenant(
        db,
        OFFICE,
        async (tx) => {
          const id = await contractByIdOrNumber(tx, asked);
          return id ? contractThen(tx, OFFICE, id, on, await givenAt(tx, now)) : null;
        },
        { readOnly: true },
      );
      if (!found) return refused("record.not_found");
      return found.refusal ? refused(found.refusal.code, found.refusal.params) : shown(found);
    } finally {
      await closeDatabase();
    }
  },
};

function shown({ contract, given, evidence, on }: NonNullable<Awaited<ReturnType<typeof contractThen>>>): Answer {
  const { id, stage, act, invoices } = contract;
  const whys = whySteps(contract, given, evidence);
  const clocks = clocksTold(contract, given);
  const words = translator("ru", "contract");
  const text = [
    `${invoices[0] ? `№ ${invoices[0].number}` : id}${on ? `, как было на ${formatDay(on)}` : ""}`,
    `состояние: ${words(`stage.${stage}`)}, ${words(`act.${act}`)}`,
    "можно:",
    ...whys.flatMap((why) => (why.allowed ? [`  ${stepName(why.step, "ru")} (${why.step}, п. ${why.clause})`] : [])),
    "нельзя:",
    ...whys.flatMap((why) => (why.allowed ? [] : [`  ${why.step}, п. ${why.clause}: ${whyText(why, "ru")}`])),
    "сроки:",
    ...clocks.lines.map((line) => `  ${line}`),
  ].join("\n");
  const json = { ok: true, contractId: id, on, state: stage, act, steps: whys.map(stepJson), clocks: clocks.json };
  return { ok: true, json, text };
}

/** Refused ones have `reason` (a code) and `why` (its sentences); `opens` says what would make the step possible. */
function stepJson(why: StepWhy): Record<string, unknown> {
  const { step, clause, by, allowed } = why;
  if (allowed) return { step, clause, by, allowed, reason: null };
  const { reason, since, outlook } = why;
  return {
    step,
    clause,
    by,
    allowed,
    reason,
    since: since && { on: since.on, by: since.by },
    opens: outlook,
    why: whyText(why, "ru"),
  };
}

const refused = (code: string, params?: CodeParams): Answer => ({
  ok: false,
  json: { ok: false, reason: code },
  text: refusalText(code, params),
});
