import fs from "node:fs";
import { describe, expect, it } from "vitest";

import { type Actor, CUSTOMER_ROLES, STAFF_ROLES } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import { CUSTOMER_STEPS } from "#/lib/contract/customer-steps.ts";
import { ACT_STATUSES, placeAfter, STAGES, STEPS, type Step, WAYS, type Way } from "#/lib/contract/machine.ts";
import { type OnBehalf, refusedByHand } from "#/lib/contract/on-behalf.ts";
import { STAFF_STEPS } from "#/lib/contract/staff-steps.ts";
import * as specs from "./specs.ts";

/**
 * Who may take which step where, written by hand from the offer and its glossary; nothing here is derived from the tables. Roles
 * by their first letters (owner, buyer, accountant; sales, accountant, lawyer, director), `=` with the customer's word and in which
 * ways, `+` of itself. `*` is any.
 */
const TOLD = `
step                        customer  staff  on the customer's word   itself  stages                            acts
issue-invoice               ob        sa     -                        +       ordered                           *
reissue-invoice             oba       -      sa=*                     -       lapsed                            *
expire-invoice              -         -      -                        +       invoiced                          *
cancel-invoice              -         sa     -                        -       invoiced                          *
cancel-order                ob        -      sa=*                     -       ordered,invoiced,lapsed           *
allocate-payment            -         a      -                        +       invoiced,lapsed                   *
allocate-at-discretion      -         a      -                        -       invoiced,lapsed                   *
release-allocation          -         a      -                        -       invoiced,lapsed                   *
ask-difference              -         a      -                        -       lapsed                            *
return-payment              -         a      -                        -       *                                 *
keep-payment                -         a      -                        -       *                                 *
accept-offer                -         -      -                        +       invoiced,lapsed                   *
activate-access             -         s      -                        -       concluded                         *
correct-activation          -         sl     -                        -       concluded,active                  none,issued,sent,received,refused
refuse-activation           -         sd     -                        -       concluded                         *
issue-act                   -         a      -                        +       active,ended,terminated           none
send-act                    -         a      -                        +       active,ended,terminated           issued
confirm-act-received        oa        -      a=*                      +       active,ended,terminated           sent
sign-act                    oa        -      a=paper,edi              +       active,ended,terminated           sent,received
attach-late-signature       oa        -      a=paper,edi              +       active,ended,terminated           deemed
refuse-act                  oa        -      al=mail,paper,edi        +       active,ended,terminated           sent,received
correct-act                 -         al     -                        -       active,ended,terminated           refused
deem-act                    -         -      -                        +       active,ended,terminated           sent,received
end-contract                -         -      -                        +       active                            *
terminate-by-fault          o         -      l=*                      -       concluded                         *
settle-money-question       -         l      -                        -       terminated                        *
terminate-early             o         -      l=paper                  -       concluded,active                  *
declare-force-majeure       -         -      -                        +       concluded,active,ended,terminated *
end-force-majeure           -         -      -                        +       concluded,active,ended,terminated *
withdraw-for-force-majeure  o         ld     ld=mail,paper,edi        -       concluded,active                  *
replace-account             -         sa     -                        -       invoiced                          *
refuse-edition              ob        -      sl=mail,paper,edi        -       concluded,active                  *
answer-refused-edition      -         l      -                        -       concluded,active,ended,terminated *
request-assignment          o         -      sl=*                     -       concluded,active                  *
`;

type Told = {
  customer: string;
  staff: string;
  word: string;
  ways: string;
  itself: string;
  stages: string;
  acts: string;
};
const ROWS = new Map<string, Told>(
  TOLD.trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [step = "", customer = "", staff = "", word = "", itself = "", stages = "", acts = ""] = line.split(/\s+/);
      const [roles = "", ways = ""] = word.split("=");
      return [step, { customer, staff, word: roles, ways, itself, stages, acts }];
    }),
);
const among = (list: string, one: string) => list === "*" || list.split(",").includes(one);

/** Somebody at the door of a step; of staff with or without a customer's word. */
type Asker = { name: string; actor: Actor; word?: OnBehalf; told: (row: Told) => boolean };
const person = { userId: "u", name: "n", email: "e", sessionId: "s" };
const word = (how: Way): OnBehalf => ({ how, reason: "Клиент попросил об этом", fileId: crypto.randomUUID() });
const nobody = () => false;

const ASKERS: Asker[] = [
  ...CUSTOMER_ROLES.map((role) => ({
    name: `customer's ${role}`,
    actor: { ...person, kind: "customer", partyId: "p", role } as const,
    told: ({ customer }: Told) => role !== "reader" && customer.includes(role[0]!),
  })),
  ...CUSTOMER_ROLES.map((role) => ({
    name: `customer's ${role} with a word of their own`,
    actor: { ...person, kind: "customer", partyId: "p", role } as const,
    word: word("paper"),
    told: nobody,
  })),
  ...STAFF_ROLES.flatMap((role) => {
    const actor = { ...person, kind: "staff", role } as const;
    // The administrator looks after accounts, and "a" is the accountant.
    const letter = role === "admin" ? "no" : role[0]!;
    return [
      { name: role, actor, told: ({ staff }: Told) => staff.includes(letter) },
      ...WAYS.map((way) => ({
        name: `${role} on a word by ${way}`,
        actor,
        word: word(way),
        told: ({ word: roles, ways }: Told) => roles.includes(letter) && among(ways, way),
      })),
    ];
  }),
  { name: "newcomer", actor: { ...person, kind: "newcomer" }, told: nobody },
  {
    name: "accountant before the second factor",
    actor: { ...person, kind: "staff-pending", role: "accountant", enrolled: true },
    told: nobody,
  },
  { name: "a job", actor: { kind: "system", job: "test" }, told: ({ itself }) => itself === "+" },
];

/** The doors as they are: every action of this folder, which permission it asks and which step it takes. */
const specOf = new Map<string, { step: Step }>(Object.entries(specs));
const doors = new Map<Step, Permission>();
for (const file of fs.readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name))) {
  const text = fs.readFileSync(`${import.meta.dirname}/${file}`, "utf8");
  const [, allow, spec] = /= contractStep\(\s*"([\w.-]+)",\s*\w+,\s*(\w+),?\s*\)/.exec(text) ?? [];
  const [, name, asked] = /= action\(\{\s*name: "([\w-]+)",\s*allow: "([\w.-]+)"/.exec(text) ?? [];
  const step = spec ? specOf.get(spec)?.step : (name as Step | undefined);
  if (step && STEPS.includes(step)) doors.set(step, (allow ?? asked) as Permission);
}
// One button signs, before the silence is over and after it.
doors.set("attach-late-signature", doors.get("sign-act")!);

function may(step: Step, { actor, word: onBehalf }: Asker): boolean {
  const door = doors.get(step);
  // Jobs take steps without a door.
  const open = actor.kind === "system" || (door !== undefined && permits(actor, door));
  return open && refusedByHand(step, actor, onBehalf) === null;
}

describe("state × step × role", () => {
  it("tells of every step, and every step that people take has a door", () => {
    expect([...ROWS.keys()].sort()).toEqual([...STEPS].sort());
    for (const [step, { customer, staff, word: roles }] of ROWS)
      expect(doors.has(step as Step), step).toBe([customer, staff, roles].some((one) => one !== "-"));
  });

  it("each cell is what the offer says: where the step leads from, and who may take it", () => {
    let [cells, open] = [0, 0];
    const wrong: string[] = [];
    for (const step of STEPS) {
      const row = ROWS.get(step)!;
      for (const asker of ASKERS) {
        const [byTable, byTold] = [may(step, asker), asker.told(row)];
        for (const stage of STAGES)
          for (const act of ACT_STATUSES) {
            const program = byTable && placeAfter({ stage, act }, step) !== null;
            const told = byTold && among(row.stages, stage) && among(row.acts, act);
            cells++;
            if (told) open++;
            if (program !== told) wrong.push(`${asker.name}: ${step} at ${stage}/${act} should be ${told}`);
          }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(cells).toBe(STEPS.length * ASKERS.length * STAGES.length * ACT_STATUSES.length);
    expect(open).toBeGreaterThan(1000);
  });

  it("the buttons ask for the same permissions as the doors", () => {
    for (const [step, permission] of [...Object.entries(CUSTOMER_STEPS), ...Object.entries(STAFF_STEPS)])
      expect(permission, step).toBe(doors.get(step as Step));
  });
});
