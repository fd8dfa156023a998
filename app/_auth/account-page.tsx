import "server-only";

import { changePasswordAction } from "#/app/_actions/account/change-password.ts";
import { changeProfileAction } from "#/app/_actions/account/change-profile.ts";
import { dropSecondFactorAction } from "#/app/_actions/account/drop-second-factor.ts";
import { endSessionAction } from "#/app/_actions/account/end-session.ts";
import { signOutEverywhereAction } from "#/app/_actions/account/sign-out-everywhere.ts";
import { AccountView } from "#/components/account/account-view.tsx";
import type { PersonActor } from "#/lib/access/actor.ts";
import { accountFacts } from "./account-facts.ts";
import { requestLocale } from "./request-locale.ts";

const actions = {
  changeProfile: changeProfileAction,
  changePassword: changePasswordAction,
  dropSecondFactor: dropSecondFactorAction,
  endSession: endSessionAction,
  signOutEverywhere: signOutEverywhereAction,
};

/** The account page of whoever asks; the pages of the cabinet and of the back office differ in who they let in. */
export async function accountPage(actor: PersonActor) {
  return <AccountView locale={await requestLocale()} account={await accountFacts(actor)} actions={actions} />;
}
