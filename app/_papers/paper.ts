import "server-only";

import { createHash, randomBytes } from "node:crypto";

import { currentCalendar } from "#/app/_time/calendar.ts";
import type { Tx } from "#/db/client.ts";
import { type FileRow, paperOf } from "#/db/queries/files.ts";
import { actToDraw, forceMajeureToDraw, invoiceToDraw, reconciliationToDraw } from "#/db/queries/papers.ts";
import { NO_ORIGIN, record } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { type ActModel, actModel } from "#/lib/documents/act/model.ts";
import { deemedProtocolModel } from "#/lib/documents/deemed-protocol/model.ts";
import { forceMajeureNoticeModel } from "#/lib/documents/force-majeure-notice/model.ts";
import { invoiceModel } from "#/lib/documents/invoice/model.ts";
import { reconciliationModel } from "#/lib/documents/reconciliation/model.ts";
import { refusalLetterModel } from "#/lib/documents/refusal-letter/model.ts";
import { type RenderedPaper, renderPdf } from "#/lib/documents/render.ts";
import { sealed } from "#/lib/documents/shared/seal.ts";
import type { Sheet } from "#/lib/documents/shared/sheet.ts";
import { PAPER_CODE_LETTERS, paperCode } from "#/lib/documents/verify/code.ts";
import type { PaperFacts } from "#/lib/documents/verify/verdict.ts";
import { env } from "#/lib/env.ts";
import { sum } from "#/lib/money/kopecks.ts";

export const PAPER_KINDS = [
  "invoice",
  "act",
  "deemed-protocol",
  "refusal-letter",
  "force-majeure-notice",
  "reconciliation",
] as const;
export type StoredPaperKind = (typeof PAPER_KINDS)[number];

/** Puts the code of this very paper on every page of a model; a stack off a scanner is told apart by the pages of acts. */
type Seal = <M extends { sheet: Sheet }>(model: M, pages?: number) => M;
type Drawn = {
  partyId: string;
  contractId?: string;
  facts: PaperFacts;
  draw: (seal: Seal) => Promise<RenderedPaper>;
};

/**
 * The PDF of an issued document: the stored one, else drawn now from the frozen row and stored for ever. The document of a deemed
 * protocol and of a refusal is its act; that of a notice of force majeure is `noticeId`. Null for a stranger's document, a missing one, and a protocol of an act that nobody was silent about.
 */
export async function paperFor(
  tx: Tx,
  actor: Actor,
  now: Date,
  kind: StoredPaperKind,
  documentId: string,
): Promise<FileRow | null> {
  const document = await SOURCES[kind](tx, actor, documentId);
  if (!document) return null;
  const named = storedId(documentId);
  const stored = await paperOf(tx, named, kind);
  if (stored) return stored;
  const code = paperCode(randomBytes(PAPER_CODE_LETTERS));
  const { bytes, templateVersion } = await document.draw((model, pages) =>
    sealed(model, env().PUBLIC_ORIGIN, code, pages),
  );
  // Somebody may draw the same one now: the insert waits for them and gives way, and theirs is read.
  const kept = await insertFile(tx, actor, now, {
    partyId: document.partyId,
    kind,
    name: paperFileName(kind, document.facts.number),
    mediaType: "application/pdf",
    bytes,
    documentId: named,
    templateVersion,
    paperCode: code,
    paperFacts: document.facts,
  });
  // 6.7: from now on the bytes of the paper are in the log, so that nobody can put others in their place.
  if (kept)
    await record(tx, actor, NO_ORIGIN, now, {
      chain: `paper:${kept.id}`,
      partyId: document.partyId,
      ...(document.contractId && { contractId: document.contractId }),
      step: "draw-paper",
      data: { kind, documentId: named, sha256: kept.sha256, templateVersion },
    });
  return paperOf(tx, named, kind);
}

/** Files are named by one uuid; that of two is made of both and always the same. */
function storedId(documentId: string): string {
  if (!documentId.includes("/")) return documentId;
  const hash = createHash("sha256").update(documentId).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

const TITLES: Record<StoredPaperKind, string> = {
  invoice: "Счёт",
  act: "Акт",
  "deemed-protocol": "Протокол к акту",
  "refusal-letter": "Отказ от акта",
  "force-majeure-notice": "Уведомление о форс-мажоре по счёту",
  reconciliation: "Акт сверки",
};

/** "Счёт 26-000145-7.pdf" */
export const paperFileName = (kind: StoredPaperKind, number: string): string => `${TITLES[kind]} ${number}.pdf`;

const SOURCES: Record<StoredPaperKind, (tx: Tx, actor: Actor, id: string) => Promise<Drawn | null>> = {
  async invoice(tx, actor, id) {
    const invoice = await invoiceToDraw(tx, actor, id);
    if (!invoice) return null;
    const { number, issuedOn, total, frozen } = invoice;
    const facts = { number, issuedOn, total: String(total), account: frozen.seller.bank.iban };
    return { ...invoice, facts, draw: (seal) => renderPdf("invoice", seal(invoiceModel(invoice))) };
  },
  async act(tx, actor, id) {
    const act = await actToDraw(tx, actor, id);
    return act && { ...act, facts: factsOfAct(act), draw: (seal) => drawAct(actModel(act), seal) };
  },
  async "deemed-protocol"(tx, actor, id) {
    const act = await actToDraw(tx, actor, id);
    if (!act?.sentOn || !act.deemedOn) return null;
    const sent = { ...act, sentOn: act.sentOn };
    const counted = addWorkingDays(await currentCalendar(tx), act.sentOn, act.frozen.deemedWorkingDays);
    const deemedOn = addDays(act.deemedOn, 1);
    return {
      ...act,
      facts: { ...factsOfAct(act), issuedOn: deemedOn },
      draw: (seal) => renderPdf("deemed-protocol", seal(deemedProtocolModel({ act: sent, counted, deemedOn }))),
    };
  },
  async "refusal-letter"(tx, actor, id) {
    const act = await actToDraw(tx, actor, id);
    if (!act?.refusedOn || !act.refusalReason) return null;
    const refused = { ...act, refusedOn: act.refusedOn, refusalReason: act.refusalReason };
    return {
      ...act,
      facts: { ...factsOfAct(act), issuedOn: act.refusedOn },
      draw: (seal) => renderPdf("refusal-letter", seal(refusalLetterModel(refused))),
    };
  },
  async "force-majeure-notice"(tx, actor, id) {
    const { contractId, caseId } = readNoticeId(id);
    const found = await forceMajeureToDraw(tx, actor, contractId, caseId);
    if (!found) return null;
    const { partyId, invoice, case: told } = found;
    const { seller, buyer, offer, language } = invoice.frozen;
    const facts = { number: invoice.number, issuedOn: told.declaredOn, total: null, account: null };
    const model = forceMajeureNoticeModel({ language, seller, buyer, offer, invoice, case: told });
    return { partyId, contractId, facts, draw: (seal) => renderPdf("force-majeure-notice", seal(model)) };
  },
  async reconciliation(tx, actor, id) {
    const row = await reconciliationToDraw(tx, actor, id);
    if (!row) return null;
    const facts = { number: row.number, issuedOn: row.issuedOn, total: null, account: null };
    return {
      partyId: row.partyId,
      facts,
      draw: (seal) => renderPdf("reconciliation", seal(reconciliationModel(row))),
    };
  },
};

/** One case touches many contracts, and each customer has a notice of its own: named by both. */
export const noticeId = (contractId: string, caseId: string): string => `${contractId}/${caseId}`;
const readNoticeId = (id: string) => {
  const [contractId = "", caseId = ""] = id.split("/");
  return { contractId, caseId };
};

/** Its pages are known once it is drawn; one more time, then, where there is more than one. */
async function drawAct(model: ActModel, seal: Seal): Promise<RenderedPaper> {
  const drawn = await renderPdf("act", seal(model));
  return drawn.pages === 1 ? drawn : renderPdf("act", seal(model, drawn.pages));
}

type ActRow = NonNullable<Awaited<ReturnType<typeof actToDraw>>>;

/** Acts name no account: nobody pays by them. */
const factsOfAct = ({ number, issuedOn, frozen }: ActRow): PaperFacts => ({
  number,
  issuedOn,
  total: String(sum(frozen.lines.map(({ amount }) => BigInt(amount)))),
  account: null,
});
