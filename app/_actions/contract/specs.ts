import "server-only";

import { fileOfParty } from "#/db/queries/files.ts";
import { caseWasTold, wordOfCase } from "#/db/queries/force-majeure.ts";
import { actFacts, offerFacts, publishedOffers } from "#/db/queries/offer.ts";
import { discretionOf } from "#/db/queries/payment-decisions.ts";
import {
  activateFacts,
  allocationFacts,
  otherPeriods,
  paymentFacts,
  paymentsOfContract,
  returnFacts,
} from "#/db/queries/payments.ts";
import { actorRef } from "#/lib/access/actor.ts";
import type { Contract, OfferFacts } from "#/lib/contract/contract.ts";
import { type AcceptFacts, acceptOffer } from "#/lib/contract/steps/accept-offer.ts";
import { type ActivateAccessInput, type ActivateFacts, activateAccess } from "#/lib/contract/steps/activate-access.ts";
import { allocateAtDiscretion, allocatePayment } from "#/lib/contract/steps/allocate-payment.ts";
import { askDifference } from "#/lib/contract/steps/ask-difference.ts";
import { type CancelInput, cancelInvoice, cancelOrder } from "#/lib/contract/steps/cancel-order.ts";
import { confirmActReceived } from "#/lib/contract/steps/confirm-act-received.ts";
import {
  type CorrectActivationFacts,
  type CorrectActivationInput,
  correctActivation,
} from "#/lib/contract/steps/correct-activation.ts";
import { deemAct } from "#/lib/contract/steps/deem-act.ts";
import { endContract } from "#/lib/contract/steps/end-contract.ts";
import { expireInvoice } from "#/lib/contract/steps/expire-invoice.ts";
import { declareForceMajeure, endForceMajeure, type ToldFacts } from "#/lib/contract/steps/force-majeure.ts";
import { type ActFacts, correctAct, issueAct } from "#/lib/contract/steps/issue-act.ts";
import { issueInvoice, reissueInvoice } from "#/lib/contract/steps/issue-invoice.ts";
import { refuseAct } from "#/lib/contract/steps/refuse-act.ts";
import { refuseActivation } from "#/lib/contract/steps/refuse-activation.ts";
import { answerRefusedEdition, refuseEdition } from "#/lib/contract/steps/refuse-edition.ts";
import { releaseAllocation } from "#/lib/contract/steps/release-allocation.ts";
import { replaceAccount } from "#/lib/contract/steps/replace-account.ts";
import { requestAssignment } from "#/lib/contract/steps/request-assignment.ts";
import { keepPayment, returnPayment } from "#/lib/contract/steps/return-payment.ts";
import { sendAct } from "#/lib/contract/steps/send-act.ts";
import { settleMoneyQuestion } from "#/lib/contract/steps/settle-money-question.ts";
import { signAct } from "#/lib/contract/steps/sign-act.ts";
import { terminateByFault, terminateEarly, withdrawForForceMajeure } from "#/lib/contract/steps/terminate.ts";
import { err, ok } from "#/lib/result.ts";
import { lineFacts } from "./line-facts.ts";
import { noFacts, type StepContext, type StepSpec } from "./spec.ts";

type Anchor = { contractId: string };
const known = <T>(value: T | null, code: string) => (value === null ? err({ code }) : ok(value));

const offerOfToday = async ({ tx, given }: StepContext, contract: Contract) =>
  known<OfferFacts>(await offerFacts(tx, contract.partyId, given.today), "edition.none_in_force");

const acceptedActFacts = async ({ tx }: StepContext, contract: Contract) =>
  known<ActFacts>(
    contract.acceptedOfferId ? await actFacts(tx, contract.partyId, contract.acceptedOfferId) : null,
    "edition.none_in_force",
  );

/** A file that a step quotes must be this party's (or, for the house's own proof, anybody's upload by staff). */
const withFile =
  <Input extends Anchor>(fileOf: (input: Input) => string | null | undefined) =>
  async ({ tx, actor }: StepContext, contract: Contract, input: Input) => {
    const id = fileOf(input);
    return !id || (await fileOfParty(tx, actor, id, contract.partyId))
      ? ok(undefined)
      : err({ code: "file.not_found" });
  };

/** The input that a decision takes. */
type InputOf<D> = D extends (contract: never, input: infer I, ...rest: never[]) => unknown ? I : never;

export const issueInvoiceStep: StepSpec<InputOf<typeof issueInvoice>, OfferFacts> = {
  step: "issue-invoice",
  decide: issueInvoice,
  facts: offerOfToday,
};
export const reissueInvoiceStep: StepSpec<InputOf<typeof reissueInvoice>, OfferFacts> = {
  step: "reissue-invoice",
  decide: reissueInvoice,
  facts: offerOfToday,
};
export const expireInvoiceStep: StepSpec<Anchor, undefined> = {
  step: "expire-invoice",
  decide: expireInvoice,
  facts: noFacts,
};
export const cancelInvoiceStep: StepSpec<CancelInput, undefined> = {
  step: "cancel-invoice",
  decide: cancelInvoice,
  facts: noFacts,
};
export const cancelOrderStep: StepSpec<CancelInput, undefined> = {
  step: "cancel-order",
  decide: cancelOrder,
  facts: noFacts,
};

export const allocatePaymentStep = {
  step: "allocate-payment",
  decide: allocatePayment,
  facts: async ({ tx, actor }, contract, input) => {
    const payment = await paymentFacts(tx, input.paymentId);
    if (!payment) return err({ code: "record.not_found" });
    if (actor.kind === "system") return ok({ payment, by: "automatic" });
    return ok({ payment, by: "accountant", line: await lineFacts(tx, contract, input) });
  },
} satisfies StepSpec<Parameters<typeof allocatePayment>[1], Parameters<typeof allocatePayment>[3]>;

export const allocateAtDiscretionStep = {
  step: "allocate-at-discretion",
  decide: allocateAtDiscretion,
  facts: async ({ tx }, contract, input) => {
    const payment = await paymentFacts(tx, input.paymentId);
    if (!payment) return err({ code: "record.not_found" });
    const stood = await discretionOf(tx, input.paymentId, input.requestId ?? null);
    return ok({ payment, line: await lineFacts(tx, contract, input), ...stood });
  },
} satisfies StepSpec<Parameters<typeof allocateAtDiscretion>[1], Parameters<typeof allocateAtDiscretion>[3]>;

export const releaseAllocationStep = {
  step: "release-allocation",
  decide: releaseAllocation,
  facts: async ({ tx }, contract, input) => {
    const allocation = await allocationFacts(tx, contract.id, input.allocationId);
    return allocation ? ok({ allocation }) : err({ code: "record.not_found" });
  },
} satisfies StepSpec<Parameters<typeof releaseAllocation>[1], Parameters<typeof releaseAllocation>[3]>;

export const askDifferenceStep: StepSpec<InputOf<typeof askDifference>, OfferFacts> = {
  step: "ask-difference",
  decide: askDifference,
  facts: offerOfToday,
};
export const returnPaymentStep = {
  step: "return-payment",
  decide: returnPayment,
  facts: async ({ tx }, _contract, input) => {
    const payment = await paymentFacts(tx, input.paymentId);
    return payment ? ok({ payment }) : err({ code: "record.not_found" });
  },
} satisfies StepSpec<Parameters<typeof returnPayment>[1], Parameters<typeof returnPayment>[3]>;
export const keepPaymentStep = {
  step: "keep-payment",
  decide: keepPayment,
  facts: async ({ tx }, contract, input) => {
    const decided = await returnFacts(tx, contract.id, input.returnId);
    return decided ? ok({ decided }) : err({ code: "record.not_found" });
  },
} satisfies StepSpec<Parameters<typeof keepPayment>[1], Parameters<typeof keepPayment>[3]>;

export const acceptOfferStep: StepSpec<Anchor, AcceptFacts> = {
  step: "accept-offer",
  decide: acceptOffer,
  facts: async ({ tx }, contract) => {
    const payments = await paymentsOfContract(tx, contract.id);
    const balance = payments.reduce((sum, { rest }) => sum + BigInt(rest), 0n);
    return ok({ payments, balance, offers: await publishedOffers(tx) });
  },
};

export const activateAccessStep: StepSpec<ActivateAccessInput, ActivateFacts> = {
  step: "activate-access",
  decide: activateAccess,
  facts: async (context, contract, input) => {
    const file = await withFile<ActivateAccessInput>(({ evidenceFileId }) => evidenceFileId)(context, contract, input);
    if (!file.ok) return file;
    const portal = contract.lines.find(({ id }) => id === input.lineId)?.portal ?? "";
    return ok({ runningUntil: await activateFacts(context.tx, portal), operator: actorRef(context.actor).name });
  },
};

export const correctActivationStep: StepSpec<CorrectActivationInput, CorrectActivationFacts> = {
  step: "correct-activation",
  decide: correctActivation,
  facts: async (context, contract, input) => {
    const file = await withFile<CorrectActivationInput>(({ evidenceFileId }) => evidenceFileId)(
      context,
      contract,
      input,
    );
    if (!file.ok) return file;
    const portal = contract.lines.find(({ id }) => id === input.lineId)?.portal ?? "";
    const act = await acceptedActFacts(context, contract);
    return ok({
      periods: await otherPeriods(context.tx, portal, input.lineId),
      act: act.ok ? act.value : null,
    });
  },
};

export const issueActStep: StepSpec<Anchor, ActFacts> = {
  step: "issue-act",
  decide: issueAct,
  facts: acceptedActFacts,
};
export const correctActStep: StepSpec<InputOf<typeof correctAct>, ActFacts> = {
  step: "correct-act",
  decide: correctAct,
  facts: acceptedActFacts,
};
export const sendActStep: StepSpec<InputOf<typeof sendAct>, undefined> = {
  step: "send-act",
  decide: sendAct,
  facts: noFacts,
};
export const confirmActReceivedStep: StepSpec<InputOf<typeof confirmActReceived>, undefined> = {
  step: "confirm-act-received",
  decide: confirmActReceived,
  facts: noFacts,
};
export const signActStep: StepSpec<InputOf<typeof signAct>, undefined> = {
  step: "sign-act",
  decide: signAct,
  facts: withFile(({ signedFileId }) => signedFileId),
};
export const refuseActStep: StepSpec<InputOf<typeof refuseAct>, undefined> = {
  step: "refuse-act",
  decide: refuseAct,
  facts: withFile(({ fileId }) => fileId),
};
export const deemActStep: StepSpec<Anchor, undefined> = { step: "deem-act", decide: deemAct, facts: noFacts };
export const endContractStep: StepSpec<Anchor, undefined> = {
  step: "end-contract",
  decide: endContract,
  facts: noFacts,
};
export const refuseActivationStep: StepSpec<InputOf<typeof refuseActivation>, undefined> = {
  step: "refuse-activation",
  decide: refuseActivation,
  facts: noFacts,
};
export const terminateByFaultStep: StepSpec<InputOf<typeof terminateByFault>, undefined> = {
  step: "terminate-by-fault",
  decide: terminateByFault,
  facts: noFacts,
};
export const terminateEarlyStep: StepSpec<InputOf<typeof terminateEarly>, undefined> = {
  step: "terminate-early",
  decide: terminateEarly,
  facts: noFacts,
};
export const settleMoneyQuestionStep: StepSpec<InputOf<typeof settleMoneyQuestion>, undefined> = {
  step: "settle-money-question",
  decide: settleMoneyQuestion,
  facts: noFacts,
};
export const refuseEditionStep: StepSpec<InputOf<typeof refuseEdition>, undefined> = {
  step: "refuse-edition",
  decide: refuseEdition,
  facts: noFacts,
};
export const answerRefusedEditionStep: StepSpec<InputOf<typeof answerRefusedEdition>, undefined> = {
  step: "answer-refused-edition",
  decide: answerRefusedEdition,
  facts: noFacts,
};
export const replaceAccountStep: StepSpec<CancelInput, OfferFacts> = {
  step: "replace-account",
  decide: replaceAccount,
  facts: offerOfToday,
};
export const requestAssignmentStep: StepSpec<InputOf<typeof requestAssignment>, undefined> = {
  step: "request-assignment",
  decide: requestAssignment,
  facts: noFacts,
};

const toldOf =
  (step: "declare-force-majeure" | "end-force-majeure") =>
  async ({ tx }: StepContext, contract: Contract, { caseId }: { caseId: string }) =>
    ok({ alreadyTold: await caseWasTold(tx, contract.id, step, caseId), onBehalf: await wordOfCase(tx, caseId) });

export const declareForceMajeureStep: StepSpec<InputOf<typeof declareForceMajeure>, ToldFacts> = {
  step: "declare-force-majeure",
  decide: declareForceMajeure,
  facts: toldOf("declare-force-majeure"),
};
export const endForceMajeureStep: StepSpec<InputOf<typeof endForceMajeure>, ToldFacts> = {
  step: "end-force-majeure",
  decide: endForceMajeure,
  facts: toldOf("end-force-majeure"),
};
export const withdrawForForceMajeureStep: StepSpec<InputOf<typeof withdrawForForceMajeure>, undefined> = {
  step: "withdraw-for-force-majeure",
  decide: withdrawForForceMajeure,
  facts: noFacts,
};
