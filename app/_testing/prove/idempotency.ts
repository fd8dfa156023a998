import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { orderAndInvoice } from "#/app/_actions/contract/order-and-invoice.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { makeParty, type Party } from "#/app/_testing/people.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, tenantOf } from "#/db/client.ts";
import { offerFacts } from "#/db/queries/offer.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { claim, keepResult } from "#/db/writes/idempotency.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { canonicalJson } from "#/lib/evidence/chain.ts";
import { atOnce, defineProof, withDatabase } from "./proof.ts";

const PRESSES = 50;
const now = new Date("2026-04-15T12:00:00+03:00");

export const proof = defineProof({
  what: `${PRESSES} presses of one key at once: one effect, one answer; another payload is refused`,
  sizes: { keys: { full: 200, smoke: 4 } },
  async run({ violated, random, ...house }, { keys }) {
    return withDatabase(house, 20, async (db, owner) => {
      const party = await makeParty(db, "legalEntity", { now });
      const count = async (table: string) => Number((await owner.unsafe(`select count(*) as n from ${table}`))[0]!.n);
      let [refused, undone] = [0, 0];
      for (let n = 0; n < keys; n++) {
        const key = crypto.randomUUID();
        const input = await order(db, party, `p-${n}.bitrix24.by`);
        const before = [await count("contracts"), await count("evidence"), await count("outbox")];

        // A refused first try leaves no trace: the corrected form may use the key.
        if (random.chance(0.3)) {
          const tried = await press(db, party, key, { ...input, offerId: crypto.randomUUID() });
          if (tried.ok) violated(`key ${n}: a wrong edition was ordered`);
          undone++;
        }
        const answers: string[] = [];
        await atOnce(PRESSES, PRESSES, async () => {
          await sleep(random.int(3));
          answers.push(canonicalJson(await press(db, party, key, input)));
        });
        if (new Set(answers).size !== 1)
          violated(`key ${n}: ${new Set(answers).size} different answers: ${answers[0]}`);
        if (!answers[0]!.includes('"ok":true')) violated(`key ${n}: ${answers[0]}`);
        const after = [await count("contracts"), await count("evidence"), await count("outbox")];
        const grown = after.map((total, at) => total - before[at]!);
        // One order: placing and invoicing are two entries; each is announced, and the invoice is drawn.
        if (grown.join() !== "1,2,3") violated(`key ${n}: contracts, evidence, outbox grew by ${grown.join()}`);

        const other = await order(db, party, `other-${n}.bitrix24.by`);
        const reused = await press(db, party, key, other);
        if (reused.ok || reused.error.code !== "form.key_reused")
          violated(`key ${n}: another payload got ${JSON.stringify(reused)}`);
        else refused++;
        if ((await count("contracts")) !== after[0]) violated(`key ${n}: another payload had an effect`);
      }
      return {
        presses: keys * PRESSES,
        "orders made": await count("contracts"),
        "tries undone first": undone,
        "other payloads refused": refused,
      };
    });
  },
});

/** The transaction of `action()` without the browser around it: claim, effect and kept answer commit together. */
function press(db: Db, { owner }: Party, key: string, input: Awaited<ReturnType<typeof order>>) {
  const id = { actorId: owner.userId, action: "place-order", key };
  return orUndo<unknown>(
    (body) => inTenant(db, tenantOf(owner), body),
    async (tx) => {
      const claimed = await claim(tx, id, canonicalJson(input), now);
      if (!claimed.fresh)
        return claimed.sameRequest ? (claimed.result as ActionResult<unknown>) : refuse("form.key_reused");
      const result = await orderAndInvoice({ tx, actor: owner, input, now, origin: NO_ORIGIN });
      if (result.ok) await keepResult(tx, id, result);
      return result;
    },
  );
}

async function order(db: Db, party: Party, portal: string) {
  const facts = await inTenant(db, tenantOf(party.owner), async (tx) =>
    offerFacts(tx, party.id, (await givenAt(tx, now)).today),
  );
  const lines = [{ portal, months: 3, renewal: false }];
  return {
    lines,
    offerId: facts!.offer.id,
    priceListId: facts!.priceList.id,
    rulesId: facts!.rules.id,
    read: true as const,
  };
}
