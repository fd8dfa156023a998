import "server-only";

import { cancelInvoiceAction } from "#/app/_actions/contract/cancel-invoice.ts";
import { cancelOrderAction } from "#/app/_actions/contract/cancel-order.ts";
import { confirmActReceivedAction } from "#/app/_actions/contract/confirm-act-received.ts";
import { correctActAction } from "#/app/_actions/contract/correct-act.ts";
import { correctActivationAction } from "#/app/_actions/contract/correct-activation.ts";
import { issueActAction } from "#/app/_actions/contract/issue-act.ts";
import { issueInvoiceAction } from "#/app/_actions/contract/issue-invoice.ts";
import { refuseActAction } from "#/app/_actions/contract/refuse-act.ts";
import { refuseActivationAction } from "#/app/_actions/contract/refuse-activation.ts";
import { refuseEditionAction } from "#/app/_actions/contract/refuse-edition.ts";
import { reissueInvoiceAction } from "#/app/_actions/contract/reissue-invoice.ts";
import { requestAssignmentAction } from "#/app/_actions/contract/request-assignment.ts";
import { sendActAction } from "#/app/_actions/contract/send-act.ts";
import { settleMoneyQuestionAction } from "#/app/_actions/contract/settle-money-question.ts";
import { signActAction } from "#/app/_actions/contract/sign-act.ts";
import { terminateByFaultAction } from "#/app/_actions/contract/terminate-by-fault.ts";
import { terminateEarlyAction } from "#/app/_actions/contract/terminate-early.ts";
import { withdrawForForceMajeureAction } from "#/app/_actions/contract/withdraw-for-force-majeure.ts";
import type { StaffActions } from "#/components/staff/contract-forms.tsx";

/** The action of every step of the house; a signature after the silence of 3.8 is the same action, the step finds out. */
export const staffActions: StaffActions = {
  "issue-invoice": issueInvoiceAction,
  "reissue-invoice": reissueInvoiceAction,
  "cancel-invoice": cancelInvoiceAction,
  "cancel-order": cancelOrderAction,
  "issue-act": issueActAction,
  "send-act": sendActAction,
  "confirm-act-received": confirmActReceivedAction,
  "sign-act": signActAction,
  "attach-late-signature": signActAction,
  "refuse-act": refuseActAction,
  "correct-act": correctActAction,
  "correct-activation": correctActivationAction,
  "refuse-activation": refuseActivationAction,
  "terminate-by-fault": terminateByFaultAction,
  "terminate-early": terminateEarlyAction,
  "refuse-edition": refuseEditionAction,
  "request-assignment": requestAssignmentAction,
  "settle-money-question": settleMoneyQuestionAction,
  "withdraw-for-force-majeure": withdrawForForceMajeureAction,
};
