import "server-only";

import type { OutboxMessage } from "#/db/writes/outbox.ts";
import { accountMail } from "./account-mail.handler.ts";
import { contractEvent } from "./contract-event.handler.ts";
import { drawPaper } from "./draw-paper.handler.ts";
import { ediSend } from "./edi-send.handler.ts";
import { editionParty } from "./edition-party.handler.ts";
import { editionPublished } from "./edition-published.handler.ts";
import { forceMajeure } from "./force-majeure.handler.ts";
import type { Handler } from "./job.ts";
import { matchPayments } from "./match-payments.handler.ts";
import { privacyMail } from "./privacy-mail.handler.ts";
import { reconciliationMoved } from "./reconciliation.handler.ts";
import { recountDeadlinesAgain } from "./recount-deadlines.handler.ts";
import { refundEvent } from "./refund-event.handler.ts";
import { requisitesByHand } from "./requisites-by-hand.handler.ts";

/** Every topic of the outbox has its handler: the compiler asks for it. */
export const HANDLERS: Record<OutboxMessage["topic"], Handler> = {
  "contract-event": contractEvent,
  "account-mail": accountMail,
  "privacy-mail": privacyMail,
  "requisites-by-hand": requisitesByHand,
  "edition-published": editionPublished,
  "edition-party": editionParty,
  "edi-send": ediSend,
  "match-payments": matchPayments,
  "recount-deadlines": recountDeadlinesAgain,
  "force-majeure": forceMajeure,
  reconciliation: reconciliationMoved,
  "refund-event": refundEvent,
  "draw-paper": drawPaper,
};
