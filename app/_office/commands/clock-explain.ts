import { currentTime, givenAt } from "#/app/_time/now.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { contractByIdOrNumber } from "#/db/queries/calendar.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Clock, clocksOf } from "#/lib/contract/clocks.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { type Answer, type Command, onlyText } from "../command.ts";
import { explainJson, explainLines } from "../explain-words.ts";
import { refusalText } from "../refusal.ts";

const OFFICE = { kind: "system", job: "office" } as const;
const NAMES: Record<Clock["name"], string> = {
  "invoice-validity": "срок действия счёта",
  activation: "включение доступа",
  "act-sending": "отправка акта",
  answer: "ответ на акт",
  "deemed-acceptance": "принятие по молчанию",
};
const STATES: Record<Clock["state"], string> = { running: "идёт", stopped: "остановлен", late: "просрочен" };

/** Every clock that a contract has started, each with its arithmetic. The contract by its id or an invoice's number. */
export const clockExplain: Command = {
  async run(call) {
    const asked = onlyText(call, "договор");
    try {
      const db = database();
      const now = await currentTime(db);
      return await inTenant(
        db,
        OFFICE,
        async (tx) => {
          const id = await contractByIdOrNumber(tx, asked);
          const contract = id && (await findContract(tx, OFFICE, id));
          return contract ? told(contract.id, clocksTold(contract, await givenAt(tx, now))) : missing();
        },
        { readOnly: true },
      );
    } finally {
      await closeDatabase();
    }
  },
};

function told(contractId: string, { json, lines }: ReturnType<typeof clocksTold>): Answer {
  const text = lines.length > 0 ? lines.join("\n") : "У этого договора ещё ничего не отсчитывается.";
  return { ok: true, json: { ok: true, contractId, clocks: json }, text };
}

/** Every clock of a contract for programs and for people. */
export function clocksTold(contract: Contract, given: Given) {
  const clocks = clocksOf(contract, given);
  const json = clocks.map(({ name, clause, state, due, stoppedOn, explanation }) => ({
    ...{ name, clause, state, due, stoppedOn },
    explain: explainJson(explanation),
  }));
  const lines = clocks.flatMap(({ name, state, due, explanation }) => [
    `${NAMES[name]}: ${formatDay(due)}, ${STATES[state]}`,
    ...explainLines(explanation),
  ]);
  return { json, lines };
}

const missing = (): Answer => ({
  ok: false,
  json: { ok: false, reason: "record.not_found" },
  text: refusalText("record.not_found"),
});
