import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { LivingView } from "#/components/contract/living-view.tsx";
import { livingText } from "#/db/queries/living-text.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, oneOf, type Query, staffPage } from "../../../_page.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "living")("title") };
}

/** The customer's page of the text, as the house sees it. */
export default async function StaffContractTextPage({ params, searchParams }: Props) {
  const { actor, locale, t, given, read } = await staffPage("contract.read");
  const id = idOf((await params).id);
  const { show } = await oneOf(searchParams);
  const found = await read((tx) => livingText(tx, actor, id));
  if (!found) notFound();
  const { library, ...living } = found;
  return (
    <LivingView
      {...{ locale, given, ...living }}
      answer={editionOfContract(living.contract, library, given.today)}
      list={{ href: "/staff/contracts", title: t("contracts.title") }}
      contractHref={`/staff/contracts/${id}`}
      noted={show === "noted"}
    />
  );
}
