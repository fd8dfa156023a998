"use server";

import { checkMapping } from "#/app/_statements/checked-mapping.ts";
import { sampleOf } from "#/db/queries/statement-profiles.ts";
import { keepReading, profileInTheWay, saveProfile } from "#/db/writes/statement-profiles.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { profileInput } from "#/lib/statement/table/profile-input.ts";
import { action } from "../action.ts";

/** The accountant's way to read one bank's tables, tried on a file before it is kept; the next such file needs nobody. */
export const saveProfileAction = action({
  name: "save-statement-profile",
  allow: "statement.import",
  input: profileInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const { name, profileId, version, mapping } = input;
    const fileId = input.fileId ?? (profileId ? await sampleOf(tx, profileId) : null);
    if (!fileId) return refuse("record.not_found");
    const checked = await checkMapping(tx, actor, fileId, mapping);
    if (!checked.ok) return checked;
    const wanted = { name, fingerprint: checked.value.fingerprint, mapping };
    const other = await profileInTheWay(tx, wanted, profileId);
    if (other !== null)
      return other === name
        ? refuse("form.invalid", { name: { code: "profile.name_taken" } })
        : refuse({ code: "profile.shape_taken", params: { name: other } });
    const who = { actor, origin, now };
    const id = await saveProfile(tx, wanted, profileId ? { id: profileId, version } : null, who);
    if (!id) return refuse("record.changed");
    await keepReading(tx, { fileId, profileId: id, balances: null }, who);
    return ok({ href: `/staff/payments/statements/preview/${fileId}` });
  },
});
