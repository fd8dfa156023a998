import "server-only";

import { sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import type { QueueCounts } from "#/lib/contract/queues.ts";
import { OFFER } from "./documents.ts";

/**
 * What waits in each queue today, one round trip; each part is counted in its own partial index. Another account is a smaller or a
 * greater one: an index finds no "other".
 */
export async function queueCounts(tx: Tx, today: Day): Promise<QueueCounts> {
  /** Whatever waits since before this moment has waited for a day. */
  const start = startOfDayInMinsk(today).toISOString();
  const soon = addDays(today, 1);
  const rows = await tx.execute<QueueCounts>(sql`
    select
      (select count(*) from contracts where stage = 'concluded')::int as "activations",
      (select count(*) from contracts where stage = 'concluded' and activation_due_on < ${today})::int as "activationsLate",
      (select count(*) from contracts where stage = 'concluded' and activation_due_on = ${today})::int as "activationsToday",
      (select count(*) from payments where side = 'credit' and state in ('unidentified', 'proposed') and state = 'proposed')::int as "payments",
      (select count(*) from payments where side = 'credit' and state in ('unidentified', 'proposed') and state = 'proposed'
        and proposals @> '[{"kind": "late"}]')::int as "paymentsLate",
      (select count(*) from payments where side = 'credit' and state in ('unidentified', 'proposed') and state = 'unidentified')::int as "unidentified",
      (select count(*) from discretion_requests where state = 'waiting')::int as "secondPerson",
      (select count(*) from outbox where topic = 'match-payments' and done_at is null and dead_at is null)::int as "unmatched",
      (select count(*) from contracts where act = 'issued' and act <> 'none')::int as "actsToSend",
      (select count(*) from contracts where act = 'issued' and act <> 'none' and act_due_on < ${today})::int as "actsToSendLate",
      (select count(*) from contracts where act = 'issued' and act <> 'none' and act_due_on = ${today})::int as "actsToSendToday",
      (select count(*) from contracts where act in ('sent', 'received') and act <> 'none')::int as "actsWaiting",
      (select count(*) from contracts where act = 'refused' and act <> 'none')::int as "actsRefused",
      (select count(*) from edi_arrivals where outcome = 'waiting')::int as "ediArrivals",
      (select count(*) from edi_arrivals where outcome = 'waiting' and received_at < ${start})::int as "ediArrivalsLate",
      (select count(*) from edi_documents d join acts a on a.id = d.act_id
        where d.state <> 'sent' and a.status = 'issued')::int as "ediUnsent",
      (select count(*) from edi_documents d join acts a on a.id = d.act_id
        where d.state <> 'sent' and a.status = 'issued' and d.ordered_at < ${start})::int as "ediUnsentLate",
      (select count(*) from scan_stacks s where s.state = 'ready' or s.state = 'filed' and exists (
        select 1 from scan_pages p where p.stack_id = s.id and p.trouble is not null and p.settled_at is null))::int as "scansWaiting",
      (select count(*) from invoices where status = 'live' and valid_until <= ${soon})::int as "invoicesExpiring",
      (select count(*) from contracts where money_question = 'open')::int as "moneyQuestions",
      (select count(*) from edition_refusals where answered_at is null)::int as "editionRefusals",
      (with current as (
        select e.seller #>> '{bank,iban}' as iban from editions e join documents d on d.id = e.document_id
        where d.slug = ${OFFER} and e.language = 'ru' and e.in_force_from <= ${today}
        order by e.in_force_from desc, e.number desc limit 1)
        select (select count(*) from invoices where status = 'live' and frozen #>> '{seller,bank,iban}' < (select iban from current))
          + (select count(*) from invoices where status = 'live' and frozen #>> '{seller,bank,iban}' > (select iban from current)))::int as "oldAccounts",
      (select count(*) from force_majeure_cases c
        where not exists (select 1 from force_majeure_ends e where e.case_id = c.id))::int as "forceMajeure",
      (select count(*) from privacy_requests where state = 'open')::int as "privacyRequests",
      (select count(*) from privacy_requests where state = 'open' and due_on < ${today})::int as "privacyLate",
      (select count(*) from privacy_requests where state = 'open' and due_on = ${today})::int as "privacyToday",
      (select count(*) from edition_drafts where stage = 'submitted')::int as "draftsToCheck",
      (select count(*) from edition_drafts where stage = 'checked')::int as "draftsToRelease",
      (select count(*) from refunds where state = 'requested')::int as "refundsToDecide",
      (select count(*) from refunds where state = 'granted')::int as "refundsToPrepare",
      (select count(*) from refunds where state = 'prepared')::int as "refundsToApprove",
      (select count(*) from refunds where state = 'approved')::int as "refundsAtBank",
      coalesce((select jsonb_array_length(findings) from book_proofs order by proven_at desc limit 1), 0) as "booksDiffer",
      (select count(*) from mails where status in ('failed', 'rejected', 'bounced'))::int as "mailFailed"`);
  return rows[0] as QueueCounts;
}
