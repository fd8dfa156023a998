import { PackLink } from "#/components/evidence/pack-link.tsx";
import { RequisitesView } from "#/components/party/requisites-view.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { type Contract, currentInvoice } from "#/lib/contract/contract.ts";
import type { Paper } from "#/lib/contract/timeline.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type Answer, LivingEdition } from "./living-edition.tsx";
import { paperHref } from "./paper-href.ts";

type Props = {
  locale: Locale;
  contract: Contract;
  answer: Answer | null;
  /** The page of the text with what was done under each clause. */
  textHref: string;
};

/** Which edition binds; papers, the editions that the invoice names, and the customer's requisites as they stood on its date. */
export function ContractDocuments({ locale, contract, answer, textHref }: Props) {
  return (
    <>
      {answer && <LivingEdition {...{ locale, contract, answer }} />}
      <p className="mt-2 mb-4">
        <Link className="link" href={textHref}>
          {translator(locale, "living")("open")}
        </Link>
      </p>
      <Papers locale={locale} contract={contract} />
    </>
  );
}

function Papers({ locale, contract }: Pick<Props, "locale" | "contract">) {
  const t = translator(locale, "contract");
  const invoice = currentInvoice(contract);
  if (!invoice) return <p className="text-muted">{t("documents.empty")}</p>;
  const { offer, priceList, buyer } = invoice.frozen;
  return (
    <>
      <ul className="grid gap-2">
        {papersOf(contract).map((paper) => (
          <li key={`${paper.kind}:${paper.id}`}>
            <FileLink
              locale={locale}
              href={paperHref(paper)}
              title={t(`paper.${paper.kind}`, { number: paper.number ?? "" })}
              kind={DRAWN.includes(paper.kind) ? "PDF" : undefined}
            />
          </li>
        ))}
        <li>
          <Link className="link" href={editionHref(offer)}>
            {t("documents.offer", { number: offer.number })}
          </Link>
        </li>
        <li>
          <Link className="link" href={editionHref(priceList)}>
            {t("documents.priceList", { number: priceList.number })}
          </Link>
        </li>
      </ul>
      <details className="mt-4">
        <summary className="link cursor-pointer">{t("documents.requisites")}</summary>
        <div className="mt-2">
          <RequisitesView locale={locale} requisites={buyer} />
        </div>
      </details>
      <div className="mt-6">
        <PackLink locale={locale} contractId={contract.id} />
      </div>
    </>
  );
}

/** Kinds that the house draws itself, as PDF; the others are files that somebody brought. */
export const DRAWN: readonly Paper["kind"][] = ["invoice", "act", "deemed-protocol", "refusal-letter"];

const editionHref = ({ slug, number }: { slug: string; number: number }) => `/documents/${slug}?edition=${number}`;

/** Newest first within each kind, the papers that nobody can undo included. */
function papersOf(contract: Contract): Paper[] {
  const papers: Paper[] = contract.invoices.map(({ id, number }) => ({ kind: "invoice", id, number }));
  for (const act of contract.acts) {
    papers.push({ kind: "act", id: act.id, number: act.number });
    if (act.deemedOn) papers.push({ kind: "deemed-protocol", id: act.id });
    if (act.signedFileId) papers.push({ kind: "signed-act", id: act.signedFileId });
    if (act.refusedOn) papers.push({ kind: "refusal-letter", id: act.id });
    if (act.refusalFileId) papers.push({ kind: "refusal", id: act.refusalFileId });
  }
  for (const line of contract.lines)
    if (line.evidenceFileId) papers.push({ kind: "activation", id: line.evidenceFileId, number: line.portal });
  return papers;
}
