import "server-only";

import type { Db } from "#/db/client.ts";
import { inTenant } from "#/db/client.ts";
import { type FileRow, fileBytes } from "#/db/queries/files.ts";
import { currentInvoice } from "#/lib/contract/contract.ts";
import { chronologyModel } from "#/lib/documents/chronology/model.ts";
import { editionModel } from "#/lib/documents/edition/model.ts";
import { priceListModel } from "#/lib/documents/price-list/model.ts";
import { renderPdf } from "#/lib/documents/render.ts";
import { canonicalText } from "#/lib/editions/canonical.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { emlOf } from "#/lib/evidence/letter.ts";
import { type PackPart, packEntry, prettyJson } from "#/lib/evidence/pack.ts";
import { PACKER, type PackContent } from "./pack-content.ts";

type Where = { db: Db; origin: string };

/** The numbered files of a pack in their order; each is made when it is its turn. */
export async function* packParts(content: PackContent, { db, origin }: Where): AsyncGenerator<PackPart> {
  yield { kind: "contract", ext: "json", bytes: prettyJson(contractFacts(content)) };
  for (const edition of content.editions) yield* editionParts(content, edition);
  for (const paper of content.papers.filter(({ kind }) => kind === "invoice")) yield await stored(db, paper, content);
  for (const payment of content.payments) yield { kind: "payment", ext: "json", bytes: prettyJson(payment) };
  for (const upload of content.uploads.filter(({ kind }) => kind === "activation"))
    yield await stored(db, upload, content);
  for (const paper of content.papers.filter(({ kind }) => kind !== "invoice")) yield await stored(db, paper, content);
  for (const upload of content.uploads.filter(({ kind }) => kind !== "activation"))
    yield await stored(db, upload, content);
  const seller = sellerOf(content);
  for (const mail of content.mails)
    yield {
      kind: "mail",
      about: `${mail.template}-${mail.status}`,
      ext: "eml",
      bytes: Buffer.from(emlOf(mail, seller.emails.general)),
    };
  yield { kind: "mails", ext: "json", bytes: prettyJson(content.mails.map(({ text: _, ...mail }) => mail)) };
  yield { kind: "chronology", ext: "pdf", bytes: await chronology(content, origin) };
  yield { kind: "events", ext: "json", bytes: prettyJson({ entries: content.entries.map(packEntry) }) };
  const { seals, proofs, unsealed } = content;
  yield { kind: "seals", ext: "json", bytes: prettyJson({ seals, proofs, unsealed }) };
}

function contractFacts({ contract }: PackContent) {
  const { party, lines, invoices, acts, bindings, ...facts } = contract;
  return { ...facts, party, bindings, lines, invoices, acts };
}

type EditionRow = PackContent["editions"][number];

/** The text whose sha256 acceptances name, the clauses, and the paper. */
async function* editionParts(content: PackContent, row: EditionRow): AsyncGenerator<PackPart> {
  const edition = editionOf(row);
  const { contract } = content;
  const state = row.id === contract.acceptedOfferId ? "accepted" : "shown";
  const about = `${row.slug}-${row.number}-${state}`;
  yield { kind: "edition", about, ext: "txt", bytes: Buffer.from(canonicalText(edition.text, edition.prices)) };
  yield { kind: "edition", about, ext: "json", bytes: prettyJson({ ...edition, id: row.id, sha256: row.sha256 }) };
  const facts = { edition, sha256: row.sha256, publisher: edition.seller ?? sellerOf(content) };
  const { bytes } =
    row.kind === "price-list"
      ? await renderPdf("price-list", priceListModel({ ...facts, vat: content.vat }))
      : await renderPdf("edition", editionModel(facts));
  yield { kind: "edition", about, ext: "pdf", bytes };
}

const editionOf = ({ title, clauses, prices, kind, ...row }: EditionRow): Edition => ({
  ...{ slug: row.slug, kind, language: row.language, number: row.number, subtitle: row.subtitle },
  ...{ orderNumber: row.orderNumber, orderDate: row.orderDate, publishedOn: row.publishedOn },
  ...{ inForceFrom: row.inForceFrom, example: row.example, sourceUrl: row.sourceUrl },
  text: { title, clauses },
  bindings: row.bindings,
  seller: row.seller,
  prices: prices as Edition["prices"],
});

const offerOf = ({ contract, editions }: PackContent): EditionRow => {
  const offer = editions.find(({ id }) => id === (contract.acceptedOfferId ?? contract.shownOfferId));
  if (!offer) throw new Error("a contract without its offer");
  return offer;
};

export const sellerOf = (content: PackContent): SellerRequisites => {
  const { seller } = offerOf(content);
  if (!seller) throw new Error("the offer names no seller");
  return seller;
};

const EXTENSIONS: Record<string, string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
};

async function stored(db: Db, file: FileRow, { contract }: PackContent): Promise<PackPart> {
  const bytes = await inTenant(db, PACKER, (tx) => fileBytes(tx, file.id), { readOnly: true });
  const document = [...contract.invoices, ...contract.acts].find(({ id }) => id === file.documentId);
  return { kind: file.kind, about: document?.number ?? "", ext: EXTENSIONS[file.mediaType] ?? "bin", bytes };
}

async function chronology(content: PackContent, origin: string): Promise<Uint8Array> {
  const { contract, entries } = content;
  const offer = offerOf(content);
  const { bytes } = await renderPdf(
    "chronology",
    chronologyModel({
      language: currentInvoice(contract)?.frozen.language,
      number: currentInvoice(contract)?.number ?? null,
      contract,
      customer: contract.party.name,
      seller: sellerOf(content),
      offer,
      offerUrl: `${origin}/documents/${offer.slug}/${offer.number}`,
      entries,
      seal: content.seals.at(-1) ?? null,
    }),
  );
  return bytes;
}
