import { randomUUID } from "node:crypto";
import { must } from "../fixtures/actions.ts";
import { importPayments, orderOf, paymentOf } from "../fixtures/contracts.ts";
import type { Visitor } from "../fixtures/door.ts";
import { ownerSql } from "../fixtures/house.ts";
import { scan, upload } from "../fixtures/papers.ts";
import { staffVisitor } from "../fixtures/people.ts";
import { statementFile } from "../fixtures/statement.ts";

/** One id of every kind of thing that an address or an action may name. */
export type Ids = {
  contractId: string;
  version: number;
  lineId: string;
  invoiceId: string;
  actId: string;
  paymentId: string;
  statementId: string;
  fileId: string;
  statementFileId: string;
  editionFileId: string;
  catalogFileId: string;
  productId: string;
  draftId: string;
  partyId: string;
  memberId: string;
  userId: string;
  sessionId: string;
  mailId: string;
  noticeId: string;
  privacyRequestId: string;
  refundId: string;
  stackId: string;
  reconciliationId: string;
};

type Owner = Visitor & { partyId: string; email: string };

/** Things of a party: an order that waits for its payment, and a contract that was lived through to its act. */
export async function thingsOf(owner: Owner, lived: { contractId: string; actId: string }): Promise<Ids> {
  const sql = ownerSql();
  const contract = await orderOf(owner);
  await importPayments([
    await paymentOf(contract, { name: "НЕКТО", unp: null, iban: null }, { purpose: "за подписку" }),
  ]);
  const accountant = await staffVisitor("staff: accountant");
  const one = async (query: ReturnType<typeof sql>) => ((await query)[0] as { id: string }).id;
  const fileId = await upload(await staffVisitor("staff: sales"), "activation", scan(), lived.contractId);
  return {
    contractId: contract.id,
    version: contract.version,
    lineId: contract.lines[0]?.id ?? "",
    invoiceId: contract.invoice.id,
    actId: lived.actId,
    fileId,
    statementFileId: await upload(accountant, "statement", statementFile([])),
    editionFileId: await upload(await staffVisitor("staff: lawyer"), "edition", {
      name: "text.txt",
      buffer: Buffer.from("Правила\n\n1. Доступ\n\n1.1. Один портал — одна подписка."),
    }),
    stackId: (
      await must<{ href: string }>(accountant, "openScanStackAction", {
        ...{ fileIds: [await upload(accountant, "scan", scan())], signedOn: "2026-01-15" },
      })
    ).href.slice("/staff/acts/scans/".length),
    catalogFileId: await upload(await staffVisitor("staff: sales"), "catalog", {
      name: "catalog.csv",
      buffer: Buffer.from("Название;Разработчик;Что делает;Категория\nПроба;Никто;Ничего;Разное\n"),
    }),
    productId: await one(sql`select id from products order by slug limit 1`),
    draftId: (
      await must<{ draftId: string }>(await staffVisitor("staff: lawyer"), "newDraftAction", {
        ...{ way: "next", slug: "license-bitrix24-market", language: "ru" },
      })
    ).draftId,
    reconciliationId: (
      await must<{ id: string }>(owner, "drawUpReconciliationAction", { from: "2026-01-01", to: "2026-01-31" })
    ).id,
    refundId: (
      await must<{ refundId: string }>(accountant, "askRefundAction", {
        money: await one(sql`
          select id from payments where payer_name = 'НЕКТО' and allocated = 0 and state not in ('to-return', 'returned') limit 1`),
        ...{ ground: "mistake", reason: "перевели не тому продавцу", iban: "" },
      })
    ).refundId,
    partyId: owner.partyId,
    paymentId: await one(sql`select id from payments order by credit_date desc, id limit 1`),
    statementId: await one(sql`select id from statements order by imported_at desc limit 1`),
    memberId: await one(sql`select id from members where party_id = ${owner.partyId} order by created_at limit 1`),
    userId: await one(sql`select id from users where email = ${owner.email}`),
    sessionId: await one(sql`
      select s.id from sessions s join users u on u.id = s.user_id where u.email = ${owner.email} limit 1`),
    mailId: await one(sql`select id from mails order by created_at desc limit 1`),
    noticeId: await one(sql`
      insert into notices (id, user_id, party_id, kind, title, text, path, dedupe_key, created_at)
      select gen_random_uuid(), id, ${owner.partyId}, 'invoice', 'Счёт', '', '/cabinet', gen_random_uuid()::text, now()
      from users where email = ${owner.email} returning id`),
    privacyRequestId: await one(sql`
      insert into privacy_requests (id, user_id, state, asked_at, asked_on, due_on, closed_at, closed_on, closed_by)
      select gen_random_uuid(), id, 'withdrawn', now(), '2026-01-15', '2026-01-30', now(), '2026-01-15', id::text
      from users where email = ${owner.email} returning id`),
  };
}

export const missingIds = (): Ids => ({
  contractId: randomUUID(),
  version: 1,
  lineId: randomUUID(),
  invoiceId: randomUUID(),
  actId: randomUUID(),
  paymentId: randomUUID(),
  statementId: randomUUID(),
  fileId: randomUUID(),
  statementFileId: randomUUID(),
  editionFileId: randomUUID(),
  catalogFileId: randomUUID(),
  productId: randomUUID(),
  draftId: randomUUID(),
  partyId: randomUUID(),
  memberId: randomUUID(),
  userId: randomUUID(),
  sessionId: randomUUID(),
  mailId: randomUUID(),
  noticeId: randomUUID(),
  privacyRequestId: randomUUID(),
  refundId: randomUUID(),
  stackId: randomUUID(),
  reconciliationId: randomUUID(),
});

export const malformedIds = (): Ids => {
  const strange = "../../etc/passwd";
  return {
    contractId: strange,
    version: 1,
    lineId: strange,
    invoiceId: strange,
    actId: strange,
    paymentId: strange,
    statementId: strange,
    fileId: strange,
    statementFileId: strange,
    editionFileId: strange,
    catalogFileId: strange,
    productId: strange,
    draftId: strange,
    partyId: strange,
    memberId: strange,
    userId: strange,
    sessionId: strange,
    mailId: strange,
    noticeId: strange,
    privacyRequestId: strange,
    refundId: strange,
    stackId: strange,
    reconciliationId: strange,
  };
};
