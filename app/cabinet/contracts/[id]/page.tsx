import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { contractThen } from "#/app/_time/contract-then.ts";
import { AsOfBar } from "#/components/contract/as-of-bar.tsx";
import { ContractView } from "#/components/contract/contract-view.tsx";
import { PaymentDetails } from "#/components/contract/payment-details.tsx";
import { BeforePaymentNotices } from "#/components/edition/before-payment.tsx";
import { LetterList } from "#/components/notice/letter-list.tsx";
import { FaultRefund } from "#/components/refund/fault-refund.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Section } from "#/components/ui/section.tsx";
import { lettersOfContract } from "#/db/queries/contract-letters.ts";
import { discountsFor } from "#/db/queries/discounts.ts";
import { comingPrices, editionsToShow } from "#/db/queries/offer.ts";
import { offersOn } from "#/db/queries/seller-account.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { beforePayment } from "#/lib/contract/before-payment.ts";
import { currentInvoice } from "#/lib/contract/contract.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, idOf, oneOf, type Query, titled } from "../../_page.ts";
import { ContractActions } from "./actions.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export const generateMetadata: () => Promise<Metadata> = titled("orders");

/** The customer's page of an order or contract: what to do now, or how it stood at the end of a day (`?on=`). */
export default async function ContractPage({ params, searchParams }: Props) {
  const { actor, locale, given, read } = await cabinetPage();
  const id = idOf((await params).id);
  const asked = (await oneOf(searchParams)).on;
  const found = await read(async (tx) => {
    const then = await contractThen(tx, actor, id, asked, given);
    if (!then) return null;
    const prices = (await editionsToShow(tx, given.today))?.priceList.prices ?? [];
    const coming = await comingPrices(tx, prices, given.today);
    const discounts = await discountsFor(tx, actor.partyId, given.today);
    const [letters, offers] = [await lettersOfContract(tx, actor, id), await offersOn(tx, given.today)];
    return { ...then, prices, coming, discounts, letters, offers };
  });
  if (!found) notFound();
  const { prices, coming, discounts, letters, offers, library, on, refusal, ...page } = found;
  const { contract } = page;
  const href = `/cabinet/contracts/${id}`;
  const asOf = <AsOfBar {...{ locale, contract, href, on, refusal }} today={given.today} />;
  const past = on !== null || refusal !== null;
  const invoice = currentInvoice(contract);
  const before = invoice && offers ? beforePayment(invoice, offers) : { joins: null, account: null };
  return (
    <ContractView
      {...page}
      locale={locale}
      viewer="customer"
      answer={editionOfContract(contract, library, page.given.today)}
      textHref={`${href}/text`}
      above={
        <Breadcrumbs
          label={translator(locale, "common")("breadcrumbs")}
          steps={[{ href: "/cabinet/contracts", title: translator(locale, "layout")("cabinet.orders") }]}
        />
      }
      about={past && <div className="mb-6">{asOf}</div>}
      todo={
        !past && <ContractActions {...page} {...{ locale, actor, prices, coming, discounts }} history={page.evidence} />
      }
      work={
        !past &&
        (invoice?.status === "live" ? (
          <Section title={translator(locale, "contract")("payment.title")}>
            <BeforePaymentNotices locale={locale} {...before} />
            {!before.account?.already && <PaymentDetails locale={locale} invoice={invoice} />}
          </Section>
        ) : (
          <FaultRefund locale={locale} contract={contract} />
        ))
      }
      letters={!past && <LetterList locale={locale} letters={letters} now={given.now} />}
      past={on !== null}
      asOf={!past && asOf}
    />
  );
}
