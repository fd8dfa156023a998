import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { LivingView } from "#/components/contract/living-view.tsx";
import { livingText } from "#/db/queries/living-text.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, idOf, oneOf, pageLocale, type Query } from "../../../_page.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await pageLocale(), "living")("title") };
}

/** The accepted edition of the offer, clause by clause, with what was done under each for this contract. */
export default async function ContractTextPage({ params, searchParams }: Props) {
  const { actor, locale, given, read } = await cabinetPage();
  const id = idOf((await params).id);
  const { show } = await oneOf(searchParams);
  const found = await read((tx) => livingText(tx, actor, id));
  if (!found) notFound();
  const { library, ...living } = found;
  return (
    <LivingView
      {...{ locale, given, ...living }}
      answer={editionOfContract(living.contract, library, given.today)}
      list={{ href: "/cabinet/contracts", title: translator(locale, "layout")("cabinet.orders") }}
      contractHref={`/cabinet/contracts/${id}`}
      noted={show === "noted"}
    />
  );
}
