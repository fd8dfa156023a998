import { notFound } from "next/navigation";

import { refuseRefundAction } from "#/app/_actions/refund/refuse-refund.ts";
import { sendBackRefundAction } from "#/app/_actions/refund/send-back-refund.ts";
import { withdrawRefundAction } from "#/app/_actions/refund/withdraw-refund.ts";
import { accountOf } from "#/app/_refunds/flow.ts";
import { MoveDialog } from "#/components/refund/move-dialog.tsx";
import { RefundFacts } from "#/components/refund/refund-facts.tsx";
import { RefundOrder } from "#/components/refund/refund-order.tsx";
import { RefundStateWord } from "#/components/refund/refund-state.tsx";
import { RefundSteps } from "#/components/refund/refund-steps.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { linesFor, type RefundRow, refundById } from "#/db/queries/refunds.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { STAFF_REFUNDS } from "#/lib/mail/paths.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { isOpen, movesOf, REFUND_MOVES, type RefundMove } from "#/lib/refund/refund.ts";
import { idOf, staffPage } from "../../_page.ts";
import { Turn } from "./_turn.tsx";

const DIALOGS = [
  ["refuse-refund", "refuse", refuseRefundAction],
  ["send-back-refund", "sendBack", sendBackRefundAction],
  ["withdraw-refund", "withdraw", withdrawRefundAction],
] as const;

/** One refund: whose money and why, what was done by whom, the payment order, and the next hand's work. */
export default async function RefundPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, t: words, read } = await staffPage("refund.read");
  const t = translator(locale, "refunds");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const refund = await refundById(tx, id);
    if (!refund) return null;
    const lines = refund.state === "approved" ? await linesFor(tx, refund) : [];
    return { refund, lines, names: await namesOf(tx, handsOf(refund)) };
  });
  if (!found) notFound();
  const { refund, lines, names } = found;
  const moves = movesOf(refund, actor);
  // Would be this person's by their role, and is not because of what they did before.
  const own =
    isOpen(refund.state) &&
    (["grant-refund", "approve-refund"] as const).some(
      (move) => permits(actor, REFUND_MOVES[move].allow) && stands(refund, move) && !moves.includes(move),
    );
  return (
    <>
      <PageHead
        above={<Breadcrumbs label={t("title")} steps={[{ href: STAFF_REFUNDS, title: t("back") }]} />}
        title={t("one", { sum: formatMoney(refund.amount) })}
        lead={<RefundStateWord locale={locale} state={refund.state} />}
        actions={DIALOGS.filter(([move]) => moves.includes(move)).map(([move, words, action]) => (
          <MoveDialog key={move} locale={locale} move={words} action={action} hidden={{ refundId: id }} />
        ))}
      />
      {own && <Notice title={t("own")} />}
      <div className="decide mt-6">
        <div className="grid gap-8">
          <RefundFacts locale={locale} refund={refund} books={permits(actor, "books.read")} />
          <RefundSteps locale={locale} refund={refund} who={(by) => names.get(by) ?? words("side.system")} />
        </div>
        <div className="grid gap-8">
          <Turn {...{ locale, refund, moves, lines }} account={accountOf(refund)} />
          {refund.paymentOrder && <RefundOrder locale={locale} order={refund.paymentOrder} />}
        </div>
      </div>
    </>
  );
}

const stands = ({ state }: RefundRow, move: RefundMove) =>
  (REFUND_MOVES[move].from as readonly string[]).includes(state);

const handsOf = ({ requestedBy, decidedBy, preparedBy, approvedBy, paidBy, withdrawnBy }: RefundRow) =>
  [requestedBy, decidedBy, preparedBy, approvedBy, paidBy, withdrawnBy].filter((by) => by !== null);
