import { addPerson } from "#/app/_auth/invite.ts";
import { realTime } from "#/app/_auth/real-time.ts";
import { clockMoves, currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { NO_ORIGIN, record } from "#/db/writes/evidence.ts";
import { STAFF_ROLES, type StaffRole } from "#/lib/access/actor.ts";
import { env } from "#/lib/env.ts";
import { checkEmail } from "#/lib/requisites/email.ts";
import { type Answer, type Command, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

const SYSTEM = { kind: "system", job: "office" } as const;

const refused = (code: string): Answer => ({ ok: false, json: { reason: code }, text: refusalText(code) });

/** The first person of the house, and further ones. A password on the command line is for demonstrations only. */
export const userAdd: Command = {
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    customer: { type: "boolean" },
    password: { type: "string" },
  },
  async run({ values }) {
    const { email, name, role, customer, password } = values;
    if (typeof email !== "string" || typeof name !== "string" || name.trim() === "")
      throw new WrongCall("нужны --email и --name");
    const staffRole = STAFF_ROLES.find((one): one is StaffRole => one === role) ?? null;
    if (!staffRole === !customer)
      throw new WrongCall(`нужно одно из двух: --role ${STAFF_ROLES.join("|")} или --customer`);
    if (password !== undefined && !clockMoves()) throw new WrongCall("--password только для демонстрации");
    const checked = checkEmail(email);
    if (!checked.valid) return refused(checked.reason);
    try {
      return await add({
        email: checked.value.toLowerCase(),
        name: name.trim(),
        staffRole,
        ...(typeof password === "string" && { password }),
      });
    } finally {
      await closeDatabase();
    }
  },
};

async function add(person: {
  email: string;
  name: string;
  staffRole: StaffRole | null;
  password?: string;
}): Promise<Answer> {
  const now = await currentTime();
  const added = await inTenant(database(), SYSTEM, async (tx) => {
    const done = await addPerson(tx, { now, real: realTime() }, person);
    if (done.ok)
      await record(tx, SYSTEM, NO_ORIGIN, now, {
        chain: `user:${done.value.id}`,
        step: "add-user",
        data: { role: person.staffRole },
      });
    return done;
  });
  if (!added.ok) return refused(added.error.code);
  const link = added.value.path && `${env().PUBLIC_ORIGIN}${added.value.path}`;
  return {
    ok: true,
    json: { id: added.value.id, email: person.email, role: person.staffRole, link },
    text: link
      ? `Добавлен ${person.email}. Ссылка для пароля, один раз в течение 30 минут:\n${link}`
      : `Добавлен ${person.email}, вход по паролю открыт.`,
  };
}
