import type { Permission } from "#/lib/access/permissions.ts";
import { companyForm, newAddress, newUnp } from "../fixtures/people.ts";
import type { Ids } from "./objects.ts";

export type Row = {
  /** Whose word is asked: a line of the matrix, or nobody's (sign-up, links, language). */
  allow: Permission | "everybody";
  /** What is sent about these things. */
  input: (ids: Ids) => unknown;
  /** The input names things that may be a stranger's; without it there is only one's own account. */
  names?: "customer's" | "house's" | "own";
  /** For whoever may ask it does what it says whatever is sent; only the others are tried. */
  alwaysWorks?: true;
};

const DAY = "2026-01-15";
const REASON = "Причина, которую никто не должен прочесть";

/** Contract steps: which contract and which version of it, and more. */
const step = (allow: Permission, more: (ids: Ids) => object = () => ({})): Row => ({
  allow,
  names: "customer's",
  input: (ids) => ({ contractId: ids.contractId, version: ids.version, ...more(ids) }),
});
const house = (allow: Permission, input: (ids: Ids) => object): Row => ({ allow, names: "house's", input });
/** Moves of a draft in a version that nobody has seen: whoever may is told so, and it stays where it is. */
const draft = (allow: Permission, more: () => object = () => ({})): Row =>
  house(allow, ({ draftId }) => ({ draftId, version: 99, ...more() }));
const account = (input: object, allow: Permission = "account.manage"): Row => ({ allow, input: () => input });
const open = (input: () => unknown): Row => ({ allow: "everybody", input });

/** Columns of a table that the file is not: whoever may ask is told so, and nothing is kept. */
const MAPPING = {
  ...{ account: "BY03ALFA30122J07130010270000", headerRow: 1, columns: { date: "0", sum: "1", purpose: "2" } },
  ...{ dateOrder: "dmy", decimal: ",", skipRows: 0, skipWords: "", opening: "", closing: "" },
};

const TOKEN = "x".repeat(43);
const ANY_PASSWORD = "пять жёлтых жирафов";

/**
 * Every action of the house, by its export. The suite takes the list of actions from Next's manifest: one without a row
 * here fails, and so does a row without an action.
 */
export const MATRIX: Record<string, Row> = {
  // ways in and out
  signInAction: open(() => ({ email: newAddress("nobody"), password: ANY_PASSWORD })),
  signUpAction: open(() => ({ name: "", email: "нет", password: "" })),
  resendConfirmationAction: open(() => ({ email: newAddress("nobody"), password: ANY_PASSWORD })),
  confirmEmailAction: open(() => ({ token: TOKEN })),
  askResetAction: open(() => ({ email: "нет" })),
  resetPasswordAction: open(() => ({ token: TOKEN, password: ANY_PASSWORD })),
  acceptInvitationAction: open(() => ({ token: TOKEN, name: "Никто", password: ANY_PASSWORD })),
  giveSecondFactorAction: open(() => ({ code: "нет" })),
  signOutAction: { allow: "everybody", alwaysWorks: true, input: () => new URLSearchParams() },
  setLocaleAction: open(() => new URLSearchParams({ locale: "нет" })),

  // one's own account
  changePasswordAction: account({ current: "не тот", password: ANY_PASSWORD }),
  changeProfileAction: account({ name: "", locale: "ru" }),
  endSessionAction: { allow: "account.manage", names: "own", input: ({ sessionId }) => ({ sessionId }) },
  signOutEverywhereAction: account({ nothing: "more" }),
  enrolSecondFactorAction: account({ code: "нет" }, "account.second-factor"),
  dropSecondFactorAction: account({ password: "" }, "account.second-factor"),

  // the law on personal data: one's own demand, and the house's answer
  askErasureAction: { allow: "privacy.own", input: () => ({ understood: "нет" }) },
  withdrawErasureAction: {
    allow: "privacy.own",
    names: "own",
    input: ({ privacyRequestId }) => ({ requestId: privacyRequestId }),
  },
  refuseErasureAction: house("privacy.answer", ({ privacyRequestId }) => ({
    requestId: privacyRequestId,
    reason: REASON,
  })),
  eraseAction: house("privacy.answer", ({ privacyRequestId }) => ({
    requestId: privacyRequestId,
    understood: "true",
  })),

  // the party
  registerPartyAction: { allow: "party.register", input: () => ({ requisites: { ...companyForm(), unp: "1" } }) },
  choosePartyAction: { allow: "party.choose", names: "own", input: ({ partyId }) => new URLSearchParams({ partyId }) },
  updateRequisitesAction: {
    allow: "party.update-requisites",
    input: () => ({ version: 99, validFrom: DAY, requisites: companyForm(newUnp()) }),
  },
  choosePaperLanguageAction: {
    allow: "party.update-requisites",
    names: "customer's",
    input: ({ partyId }) => ({ partyId, version: 99, language: "be", reason: REASON }),
  },
  inviteMemberAction: { allow: "party.people", input: () => ({ email: "нет", role: "owner" }) },
  changeRoleAction: {
    allow: "party.people",
    names: "customer's",
    input: ({ memberId }) => ({ memberId, role: "reader" }),
  },
  removeMemberAction: { allow: "party.people", names: "customer's", input: ({ memberId }) => ({ memberId }) },

  // the line through the contract
  placeOrderAction: {
    allow: "contract.place-order",
    input: ({ contractId }) => ({
      lines: [{ portal: "stranger.bitrix24.by", months: 3 }],
      offerId: contractId,
      priceListId: contractId,
      rulesId: contractId,
      read: "true",
    }),
  },
  reissueInvoiceAction: step("contract.reissue-invoice"),
  cancelOrderAction: step("contract.cancel-order", () => ({ reason: REASON })),
  confirmActReceivedAction: step("contract.confirm-act-received", () => ({ receivedOn: DAY })),
  signActAction: step("contract.sign-act", ({ fileId }) => ({ signedOn: DAY, signedFileId: fileId })),
  refuseActAction: step("contract.refuse-act", () => ({ reason: REASON })),
  issueInvoiceAction: step("contract.issue-invoice"),
  cancelInvoiceAction: step("contract.cancel-invoice", () => ({ reason: REASON })),
  activateAccessAction: step("contract.activate-access", ({ lineId, fileId }) => ({
    lineId,
    activatedOn: DAY,
    evidenceFileId: fileId,
  })),
  issueActAction: step("contract.issue-act"),
  sendActAction: step("contract.send-act", () => ({ channel: "edi", sentOn: DAY, ediDocumentId: "EDN-1" })),
  correctActAction: step("contract.correct-act", () => ({ reason: REASON })),
  correctActivationAction: step("contract.correct-activation", ({ lineId, fileId }) => ({
    lineId,
    activatedOn: DAY,
    evidenceFileId: fileId,
    reason: REASON,
  })),
  refuseActivationAction: step("contract.refuse-activation", () => ({ reason: REASON })),
  terminateByFaultAction: step("contract.terminate", () => ({ reason: REASON })),
  terminateEarlyAction: step("contract.terminate", () => ({ understood: "true" })),
  settleMoneyQuestionAction: step("contract.settle-money-question", () => ({ outcome: "none", reason: REASON })),
  refuseEditionAction: step("contract.refuse-edition", ({ contractId }) => ({ editionId: contractId, reason: REASON })),
  refuseEditionForContractsAction: {
    allow: "contract.refuse-edition-for-contracts",
    names: "customer's",
    input: ({ contractId, version }) => ({
      ...{ editionId: contractId, contracts: [`${contractId}:${version}`], reason: REASON },
    }),
  },
  answerRefusedEditionAction: step("contract.answer-refused-edition", ({ contractId }) => ({
    editionId: contractId,
    reason: REASON,
  })),
  replaceAccountAction: step("contract.replace-account", () => ({ reason: REASON })),
  requestAssignmentAction: step("contract.request-assignment", () => ({ reason: REASON })),
  withdrawForForceMajeureAction: step("contract.withdraw"),
  declareForceMajeureAction: step("contract.declare-force-majeure", () => ({
    ...{ kind: "strike", from: DAY, expectedTo: DAY, description: REASON },
  })),
  declareForContractsAction: house("force-majeure.declare", () => ({
    ...{ kind: "strike", from: DAY, expectedTo: DAY, description: REASON, scope: "listed", contracts: "нет" },
  })),
  endForceMajeureAction: house("force-majeure.declare", ({ contractId }) => ({
    ...{ caseId: contractId, endedOn: DAY, reason: REASON },
  })),
  drawUpReconciliationAction: {
    allow: "reconciliation.draw-up",
    names: "customer's",
    input: ({ partyId }) => ({ partyId, from: "2099-01-01", to: "2099-01-02" }),
  },
  confirmReconciliationAction: {
    allow: "reconciliation.answer",
    names: "customer's",
    input: ({ reconciliationId }) => ({ reconciliationId, seen: 99 }),
  },
  disputeReconciliationAction: {
    allow: "reconciliation.dispute",
    names: "customer's",
    input: ({ reconciliationId }) => ({
      ...{ reconciliationId, seen: 99 },
      lines: [{ way: "absent", at: 0, remark: REASON }],
    }),
  },
  answerReconciliationAction: house("reconciliation.settle", ({ reconciliationId }) => ({
    ...{ reconciliationId, seen: 99, answers: [{ verdict: "keep", text: REASON }] },
  })),
  keepSignedCopyAction: {
    allow: "reconciliation.answer",
    names: "customer's",
    input: ({ reconciliationId, fileId }) => ({ reconciliationId, seen: 99, fileId }),
  },
  replaceReconciliationAction: house("reconciliation.settle", ({ reconciliationId }) => ({
    ...{ reconciliationId, seen: 99 },
  })),
  choosePackDayAction: { allow: "month-pack.schedule", input: () => ({ workingDay: "нет" }) },
  // acts through ЭДиН, and stacks of signed paper
  sendActByEdiAction: step("contract.send-act"),
  withdrawEdiAction: house("contract.send-act", ({ contractId }) => ({ ediDocumentId: contractId })),
  settleArrivalAction: house("edi.settle", ({ contractId }) => ({ arrivalId: contractId, note: REASON })),
  openScanStackAction: house("scan.intake", ({ fileId }) => ({ fileIds: [fileId], signedOn: DAY })),
  fileScanStackAction: house("scan.intake", ({ stackId }) => ({ stackId, version: 99 })),
  cancelScanStackAction: house("scan.intake", ({ stackId }) => ({ stackId, version: 99 })),
  fileScanPagesAction: house("scan.intake", ({ stackId }) => ({
    ...{ stackId, positions: "999", number: "26-000001-1", signedOn: DAY },
  })),
  putScanPagesAsideAction: house("scan.intake", ({ stackId }) => ({ stackId, positions: "999", note: REASON })),
  changeActChannelAction: house("contract.send-act", ({ partyId }) => ({
    partyId,
    version: 99,
    channel: "post",
    reason: REASON,
  })),

  // the books
  closeMonthAction: house("books.close", () => ({ month: "2020-01-01", reason: REASON })),
  exportBooksAction: house("books.export", () => ({ format: "xml", from: "2020-01-01", to: "2019-01-01" })),
  proveBooksAction: { allow: "books.close", alwaysWorks: true, input: () => ({}) },

  // the member's own calendar address
  makeFeedAction: { allow: "calendar.feed", input: () => ({ feed: "нет" }) },
  revokeFeedAction: { allow: "calendar.feed", input: () => ({ feed: "нет" }) },

  // the member's own notices
  chooseNoticesAction: { allow: "notices.own", input: () => ({ from: "нет", to: "нет" }) },
  readNoticeAction: { allow: "notices.own", names: "customer's", input: ({ noticeId }) => ({ noticeId }) },
  readAllNoticesAction: { allow: "notices.own", input: () => ({ all: "нет" }) },

  // money
  connectBankAction: house("statement.import", () => ({})),
  finishBankAction: house("statement.import", () => ({ code: "нет", state: "нет" })),
  fetchBankAction: house("statement.import", () => ({})),
  checkProfileAction: house("statement.import", ({ fileId }) => ({ ...MAPPING, fileId })),
  saveProfileAction: house("statement.import", ({ fileId }) => ({
    ...{ ...MAPPING, fileId, profileId: "", version: 0, name: "нет" },
  })),
  removeProfileAction: house("statement.import", ({ contractId }) => ({ profileId: contractId, version: 99 })),
  sayBalancesAction: house("statement.import", ({ fileId, contractId }) => ({
    ...{ fileId, profileId: contractId, opening: "0,00", closing: "0,00" },
  })),
  allocatePaymentAction: step("payment.allocate", ({ paymentId, invoiceId }) => ({ paymentId, invoiceId })),
  allocateAtDiscretionAction: step("payment.allocate-at-discretion", ({ paymentId, invoiceId }) => ({
    paymentId,
    invoiceId,
    reason: REASON,
  })),
  releaseAllocationAction: step("payment.release", ({ paymentId }) => ({ allocationId: paymentId, reason: REASON })),
  askDifferenceAction: step("payment.ask-difference", ({ paymentId }) => ({ paymentId, reason: REASON })),
  returnPaymentAction: step("payment.return", ({ paymentId, invoiceId }) => ({ paymentId, invoiceId, reason: REASON })),
  keepPaymentAction: step("payment.return", ({ paymentId }) => ({ returnId: paymentId, reason: REASON })),
  askRefundAction: {
    ...{ allow: "refund.request", names: "customer's" },
    input: ({ paymentId }) => ({ money: paymentId, ground: "mistake", reason: REASON, iban: "" }),
  },
  grantRefundAction: house("refund.decide", ({ refundId }) => ({ refundId, amount: "", note: "" })),
  refuseRefundAction: house("refund.decide", ({ refundId }) => ({ refundId, reason: REASON })),
  prepareRefundAction: house("refund.prepare", ({ refundId }) => ({
    ...{ refundId, name: "Никто", unp: "", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" },
  })),
  approveRefundAction: house("refund.approve", ({ refundId }) => ({
    refundId,
    preparedAt: "2026-04-15T09:00:00.000Z",
  })),
  sendBackRefundAction: house("refund.approve", ({ refundId }) => ({ refundId, reason: REASON })),
  withdrawRefundAction: house("payment.return", ({ refundId }) => ({ refundId, reason: REASON })),
  closeRefundAction: house("refund.close", ({ refundId, paymentId }) => ({ refundId, lineId: paymentId })),
  leaveUnidentifiedAction: house("payment.allocate", ({ paymentId }) => ({ paymentId })),
  allocatePartsAction: house("payment.allocate-at-discretion", ({ paymentId, contractId, invoiceId }) => ({
    ...{ paymentId, reason: REASON, parts: [{ contractId, version: 99, invoiceId, amount: "0,01" }] },
  })),
  confirmDiscretionAction: house("payment.second-person", ({ contractId }) => ({ requestId: contractId })),
  rejectDiscretionAction: house("payment.second-person", ({ contractId }) => ({
    requestId: contractId,
    reason: REASON,
  })),
  withdrawDiscretionAction: house("payment.allocate-at-discretion", ({ contractId }) => ({ requestId: contractId })),
  declineProposalAction: house("payment.allocate", ({ paymentId, contractId }) => ({
    ...{ paymentId, invoiceId: contractId, reason: REASON },
  })),
  takeBackDeclineAction: house("payment.allocate", ({ contractId }) => ({ declineId: contractId })),
  proposeAgainAction: house("payment.allocate", ({ contractId }) => ({ paymentId: contractId })),

  // editions of documents on their way to publication
  newDraftAction: house("edition.draft", () => ({ way: "next", slug: "no-such-document", language: "ru" })),
  importDraftAction: house("edition.draft", ({ fileId }) => ({
    fileId,
    way: "next",
    slug: "price-list",
    language: "ru",
  })),
  editDraftAction: draft("edition.draft", () => ({ part: "text", source: "## 1. А\n\n1.1. б" })),
  submitDraftAction: draft("edition.draft"),
  checkDraftAction: draft("edition.check"),
  releaseDraftAction: draft("edition.release", () => ({ publishOn: DAY })),
  returnDraftAction: draft("edition.return", () => ({ reason: REASON })),
  withdrawDraftAction: draft("edition.return", () => ({ reason: REASON })),
  commentOnDraftAction: house("edition.comment", ({ draftId }) => ({ draftId, clause: "", text: "" })),
  settleCommentAction: house("edition.comment", ({ contractId }) => ({ commentId: contractId })),
  checkSnapshotAction: house("edition.draft", ({ fileId }) => ({ fileId, slug: "usage-rules", language: "ru" })),

  // the catalogue
  addProductAction: { allow: "catalog.edit", input: () => ({ card: { name: "" } }) },
  editProductAction: house("catalog.edit", ({ productId }) => ({
    productId,
    version: 99,
    card: { name: "" },
    reason: REASON,
  })),
  hideProductAction: house("catalog.edit", ({ productId }) => ({ productId, version: 99, reason: REASON })),
  showProductAction: house("catalog.edit", ({ productId }) => ({ productId, version: 99, reason: REASON })),
  importProductsAction: house("catalog.edit", ({ catalogFileId }) => ({
    fileId: catalogFileId,
    print: "0".repeat(64),
  })),

  // the seller's house
  retryMailAction: house("mail.read", ({ mailId }) => ({ mailId })),
  changeSettingAction: {
    allow: "settings.change",
    input: () => ({ key: "нет", value: "1", validFrom: DAY, reason: REASON }),
  },
  enterDiscountAction: {
    allow: "discount.enter",
    input: () => ({
      ...{ kind: "quantity", minQuantity: "1", unp: "", percent: "нет" },
      ...{ validFrom: DAY, validTo: "", reason: REASON },
    }),
  },
  endDiscountAction: {
    allow: "discount.enter",
    input: () => ({ ruleId: crypto.randomUUID(), lastDay: DAY, reason: REASON }),
  },
  editCalendarAction: {
    allow: "calendar.edit",
    input: () => ({ kind: "confirm-year", year: 2026, resolution: "нет", reason: REASON }),
  },
  addStaffUserAction: { allow: "user.add-staff", input: () => ({ name: "", email: "нет", role: "admin" }) },
  runClocksAction: { allow: "clock.move", input: () => "нет" },
  moveClockAction: { allow: "clock.move", input: () => ({ way: "date", date: "нет" }) },
};
