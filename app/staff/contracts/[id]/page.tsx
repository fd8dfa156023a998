import { notFound } from "next/navigation";

import { contractThen } from "#/app/_time/contract-then.ts";
import { EntriesLink } from "#/components/books/entries-link.tsx";
import { AsOfBar } from "#/components/contract/as-of-bar.tsx";
import { ContractView } from "#/components/contract/contract-view.tsx";
import { LetterList } from "#/components/notice/letter-list.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Link } from "#/components/ui/link.tsx";
import { lettersOfContract } from "#/db/queries/contract-letters.ts";
import { activateFacts } from "#/db/queries/payments.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, oneOf, type Query, staffPage } from "../../_page.ts";
import { EdiOfAct, ediFacts } from "./edi.tsx";
import { StaffWork } from "./work.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** The customer's page of the contract, with what the house may do; or how it stood at the end of a day (`?on=`). */
export default async function StaffContractPage({ params, searchParams }: Props) {
  const { actor, locale, t, given, read } = await staffPage("contract.read");
  const id = idOf((await params).id);
  const asked = (await oneOf(searchParams)).on;
  const found = await read(async (tx) => {
    const then = await contractThen(tx, actor, id, asked, given);
    if (!then) return null;
    const runningUntil = new Map<string, Day>();
    for (const { portal, activeFrom } of then.contract.lines) {
      const until = activeFrom ? null : await activateFacts(tx, portal);
      if (until) runningUntil.set(portal, until);
    }
    const edi = await ediFacts(tx, then.contract);
    return { ...then, runningUntil, edi, letters: await lettersOfContract(tx, actor, id) };
  });
  if (!found) notFound();
  const { runningUntil, edi, letters, library, on, refusal, ...page } = found;
  const { contract } = page;
  const href = `/staff/contracts/${id}`;
  const asOf = <AsOfBar {...{ locale, contract, href, on, refusal }} today={given.today} />;
  const past = on !== null || refusal !== null;
  return (
    <ContractView
      {...page}
      locale={locale}
      viewer="staff"
      answer={editionOfContract(contract, library, page.given.today)}
      textHref={`${href}/text`}
      above={
        <Breadcrumbs
          label={translator(locale, "common")("breadcrumbs")}
          steps={[{ href: "/staff/contracts", title: t("contracts.title") }]}
        />
      }
      about={
        <>
          <p className="mb-4">
            <Link className="link" href={`/staff/parties/${contract.partyId}`}>
              {contract.party.name}
            </Link>
            {permits(actor, "books.read") && (
              <span className="ml-4">
                <EntriesLink locale={locale} of={{ contract: id }} />
              </span>
            )}
          </p>
          {past && <div className="mb-6">{asOf}</div>}
        </>
      }
      work={
        !past && (
          <>
            <StaffWork {...page} {...{ locale, actor, runningUntil }} />
            <EdiOfAct {...{ locale, contract, actor, edi }} />
          </>
        )
      }
      letters={!past && <LetterList locale={locale} letters={letters} now={given.now} />}
      past={on !== null}
      asOf={!past && asOf}
    />
  );
}
