import "server-only";

import { randomBytes } from "node:crypto";

import { connect, type Db } from "#/db/client.ts";
import { seedDocuments } from "#/db/seed/documents.ts";
import { seedProducts } from "#/db/seed/products.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { dayInMinsk, startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import { happen } from "./happen.ts";
import { makePeople } from "./people.ts";
import { HAPPENINGS, PARTIES, PASSWORD, STAFF } from "./scenario.ts";

export type DemoAccount = { who: string; email: string; password: string; totpSecret?: string };

const NINE_IN_THE_MORNING = 9 * 60 * 60_000;

/**
 * Fills an empty database with the demonstration: the published editions, the catalogue, staff with a second factor, four invented
 * parties and three months of real steps, taken in the order of time so that numbers and evidence are what they would have been.
 */
export async function seedDemo(
  appUrl: string,
  { ownerUrl, now, authSecret }: { ownerUrl: string; now: Date; authSecret: string },
): Promise<DemoAccount[]> {
  await seedDocuments(ownerUrl);
  await seedProducts(ownerUrl, now);
  const { db, client } = connect(appUrl, { max: 4 });
  try {
    const totpSecrets = new Map(STAFF.map(({ email }) => [email, randomBytes(20)] as const));
    const people = await makePeople(db, now, authSecret, totpSecrets);
    await liveThrough(db, people, now);
    return [
      ...STAFF.map(({ role, email }) => ({
        who: `staff: ${role}`,
        email,
        password: PASSWORD,
        totpSecret: people.totp.get(email)!,
      })),
      ...Object.values(PARTIES).map(({ people: [owner], requisites }) => ({
        who: `customer: ${requisites.kind === "legalEntity" ? requisites.shortName : requisites.fullName}`,
        email: owner!.email,
        password: PASSWORD,
      })),
    ];
  } finally {
    await client.end();
  }
}

async function liveThrough(db: Db, people: Awaited<ReturnType<typeof makePeople>>, now: Date) {
  const orders = new Map<string, string>();
  const today = dayInMinsk(now);
  for (const [at, happening] of HAPPENINGS.entries()) {
    const morning = startOfDayInMinsk(addDays(today, -happening.ago)).getTime() + NINE_IN_THE_MORNING;
    await happen(db, people, orders, happening, new Date(morning + at * 60_000));
  }
}
