import type { Metadata } from "next";

import { accountPage } from "#/app/_auth/account-page.tsx";
import { authPage } from "#/app/_auth/auth-page.ts";
import { pageActor } from "#/app/_auth/page-actor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("account.title") };
}

export default async function CustomerAccountPage() {
  return accountPage(await pageActor("newcomer-or-customer"));
}
