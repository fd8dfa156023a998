import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

import { type Catcher, catchMail } from "#/app/_jobs/testing/catcher.ts";
import { endWorker, startWorker, until } from "#/app/_jobs/testing/worker-process.ts";
import { placeOrder } from "#/app/_testing/contracts.ts";
import { makeParty } from "#/app/_testing/people.ts";
import { audit } from "#/db/testing/audit.ts";
import { defineProof, type House, withDatabase } from "./proof.ts";

/** The worker sends two letters at a time, so one kill may catch two in hand: each of them once more, no more. */
const LANES = 2;
const DAY = 86_400_000;

export const proof = defineProof({
  what: "the worker is killed before, at and after SMTP's answer, and while clocks fire",
  sizes: { kills: { full: 200, smoke: 5 } },
  async run(house, { kills }) {
    return withDatabase(house, 8, async (db, owner) => {
      const party = await makeParty(db);
      const catcher = await catchMail();
      const moments = { before: 0, at: 0, after: 0, clock: 0 };
      /** Letters that came once more, by Message-ID, and how many such after each kill. */
      let worst = 0;
      try {
        for (let kill = 0; kill < kills; kill++) {
          // Each kill has work of its own to spoil: two letters an order, and later its expiry.
          await placeOrder(db, party);
          await placeOrder(db, party);
          if (kill % 10 === 9) await moveClock(owner, 30 * DAY);
          const doubled = extra(catcher);
          moments[await killOnce(house, catcher)]++;
          worst = Math.max(worst, extra(catcher) - doubled);
        }
        const worker = startWorker({ ...settings(house), SMTP_URL: catcher.url });
        try {
          await moveClock(owner, 30 * DAY);
          await until(async () => (await open(owner)) === 0, 240_000);
        } finally {
          await endWorker(worker, "SIGKILL");
        }
        await check(house, owner, catcher, kills);
        const [steps] = await owner`select count(*)::int as n from evidence where step = 'expire-invoice'`;
        return {
          "killed before / at / after the answer": `${moments.before} / ${moments.at} / ${moments.after}`,
          "killed while clocks fired": moments.clock,
          "letters written": new Set(catcher.caught.map(({ messageId }) => messageId)).size,
          "letters that came twice": extra(catcher),
          "most at one kill": worst,
          "invoices expired": steps!.n,
        };
      } finally {
        await catcher.close();
      }
    });
  },
});

const settings = ({ appUrl }: House) => ({ ...(process.env as Record<string, string>), APP_DATABASE_URL: appUrl });

/** Starts the real worker and kills it: when a letter is whole at the server, some moments later, or anywhere at all. */
async function killOnce(house: House, catcher: Catcher): Promise<"before" | "at" | "after" | "clock"> {
  const { random } = house;
  const worker = startWorker({ ...settings(house), SMTP_URL: catcher.url });
  const moment = random.pick(["before", "at", "after", "clock"] as const);
  const dead = Promise.withResolvers<void>();
  let begun = false;
  const die = async (ms: number) => {
    if (begun) return;
    begun = true;
    await sleep(ms);
    await endWorker(worker, "SIGKILL");
    dead.resolve();
  };
  catcher.onLetter = async () => {
    if (moment === "at") await die(0);
    // Not awaited: the server's answer and the kill race.
    if (moment === "after") void die(random.int(30));
  };
  if (moment === "before") void die(400 + random.int(900));
  if (moment === "clock") void die(700 + random.int(1500));
  // Nothing to send any more: the worker dies idle.
  const idle = setTimeout(() => void die(0), 5000);
  await dead.promise;
  clearTimeout(idle);
  catcher.onLetter = () => {};
  return moment;
}

const moveClock = (owner: postgres.Sql, by: number) =>
  owner`insert into demo_clock (id, offset_ms) values (1, ${by}) on conflict (id) do update set offset_ms = demo_clock.offset_ms + ${by}`;

const copies = (catcher: Catcher) => {
  const counted = new Map<string, number>();
  for (const { messageId = "" } of catcher.caught) counted.set(messageId, (counted.get(messageId) ?? 0) + 1);
  return counted;
};
const extra = (catcher: Catcher) => catcher.caught.length - copies(catcher).size;

async function open(owner: postgres.Sql): Promise<number> {
  const [row] =
    await owner`select (select count(*) from outbox where done_at is null) + (select count(*) from mails where status <> 'accepted')
    + (select count(*) from invoices where status = 'live') as n`;
  return Number(row!.n);
}

async function check(house: House, owner: postgres.Sql, catcher: Catcher, kills: number) {
  const sent = copies(catcher);
  const written = (await owner`select message_id from mails`).map(({ message_id }) => String(message_id));
  for (const id of written) if (!sent.has(id)) house.violated(`letter ${id} was accepted and never came`);
  for (const id of sent.keys()) if (!written.includes(id)) house.violated(`letter ${id} came and is not in the ledger`);
  if (new Set(written).size !== written.length) house.violated("one Message-ID stands on two letters");
  if (extra(catcher) > kills * LANES) house.violated(`${extra(catcher)} letters came twice after ${kills} kills`);
  const [dead] = await owner`select count(*)::int as n from outbox where dead_at is not null`;
  if (dead!.n > 0) house.violated(`${dead!.n} pieces of follow-up work are dead`);
  const twice = await owner`select contract_id, step, count(*)::int as n from evidence
    where step in ('expire-invoice', 'deem-act', 'end-contract') group by 1, 2 having count(*) > 1`;
  for (const { contract_id, step, n } of twice) house.violated(`${step} of ${contract_id} was taken ${n} times`);
  const unfired = await owner`select count(*)::int as n from contracts where stage = 'invoiced'`;
  if (unfired[0]!.n > 0) house.violated(`${unfired[0]!.n} invoices outlived their last day`);
  const { problems } = await audit(owner);
  for (const problem of problems) house.violated(problem);
}
