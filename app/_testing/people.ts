import "server-only";

import { type Db, inTenant } from "#/db/client.ts";
import { members, parties, requisitesVersions, users } from "#/db/schema/index.ts";
import { NO_ORIGIN, record } from "#/db/writes/evidence.ts";
import type { CustomerActor, CustomerRole, StaffActor, StaffRole } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { actChannelFor } from "#/lib/contract/steps/register-party.ts";
import type { Locale } from "#/lib/messages/locales.ts";
import { displayName, type PartyKind, type Requisites, requisitesInput } from "#/lib/requisites/requisites.ts";
import { checkUnp } from "#/lib/requisites/unp.ts";

/** A party and its people, ready to act: `party.owner` and `party.accountant` are actors of the real kind. */
export type Party = {
  id: string;
  kind: PartyKind;
  requisites: Requisites;
  owner: CustomerActor;
  accountant: CustomerActor;
};

let counter = 0;

/** A company with a lawful УНП of its own, an ИП without an account, or a person; with an owner and an accountant. */
export async function makeParty(
  db: Db,
  kind: PartyKind = "legalEntity",
  { now = new Date(), locale = "ru" as Locale } = {},
): Promise<Party> {
  const id = crypto.randomUUID();
  const requisites = requisitesOf(kind);
  return inTenant(db, SYSTEM, async (tx) => {
    await tx.insert(parties).values({
      id,
      kind,
      name: displayName(requisites),
      unp: requisites.unp,
      iban: requisites.iban,
      actChannel: actChannelFor(requisites),
      createdAt: now,
    });
    await tx.insert(requisitesVersions).values({
      id: crypto.randomUUID(),
      partyId: id,
      version: 1,
      requisites,
      validFrom: dayInMinsk(now),
      enteredAt: now,
      enteredBy: "fixture",
    });
    await record(tx, SYSTEM, NO_ORIGIN, now, {
      chain: `party:${id}`,
      partyId: id,
      step: "register-party",
      clause: "1.2",
      data: { requisitesVersion: 1 },
    });
    const member = async (role: CustomerRole): Promise<CustomerActor> => {
      const person = await insertUser(tx, role, null, locale, now);
      await tx
        .insert(members)
        .values({ id: crypto.randomUUID(), userId: person.userId, partyId: id, role, createdAt: now });
      return { ...person, kind: "customer", partyId: id, role };
    };
    return { id, kind, requisites, owner: await member("owner"), accountant: await member("accountant") };
  });
}

/** A member of the seller's staff; a password and a second factor are not given. */
export async function makeStaff(
  db: Db,
  role: StaffRole = "accountant",
  { now = new Date(), locale = "ru" as Locale } = {},
): Promise<StaffActor> {
  const person = await inTenant(db, SYSTEM, (tx) => insertUser(tx, role, role, locale, now));
  return { ...person, kind: "staff", role };
}

const SYSTEM = { kind: "system", job: "fixture" } as const;

async function insertUser(
  tx: Parameters<Parameters<typeof inTenant>[2]>[0],
  name: string,
  staffRole: StaffRole | null,
  locale: Locale,
  now: Date,
) {
  const userId = crypto.randomUUID();
  const email = `${name}-${userId.slice(0, 8)}@example.by`;
  await tx.insert(users).values({
    id: userId,
    email,
    name: `${name} №${++counter}`,
    emailConfirmedAt: now,
    locale,
    staffRole,
    createdAt: now,
  });
  return { userId, email, name: `${name} №${counter}`, sessionId: crypto.randomUUID() };
}

/** The next number from 190000000 on that passes its own check. */
function nextUnp(): string {
  for (let n = 190_000_000 + Math.floor(Math.random() * 90_000_000); ; n++)
    if (checkUnp(String(n)).valid) return String(n);
}

function requisitesOf(kind: PartyKind): Requisites {
  const contact = { email: "buh@romashka.by", phone: "8 029 123-45-67", resident: true as const };
  const unp = nextUnp();
  if (kind === "legalEntity")
    return requisitesInput.parse({
      kind,
      fullName: "Общество с ограниченной ответственностью «Ромашка»",
      shortName: "ООО «Ромашка»",
      unp,
      legalAddress: "220030, г. Минск, ул. Ленина, 1",
      iban: "BY48AKBB30120000000000000001",
      signatoryName: "Иванов Иван Иванович",
      signatoryPosition: "директор",
      authorityBasis: "устава",
      ...contact,
    });
  if (kind === "soleProprietor")
    return requisitesInput.parse({
      kind,
      fullName: "Петров Пётр Петрович",
      unp,
      registration: { number: unp, date: "01.02.2020", authority: "Брестский горисполком" },
      address: "224000, г. Брест, ул. Советская, 2",
      ...contact,
    });
  return requisitesInput.parse({
    kind,
    fullName: "Сидорова Анна Сергеевна",
    postalAddress: "230000, г. Гродно, ул. Садовая, 3, кв. 4",
    ...contact,
  });
}
