import { ACT_TEMPLATE_VERSION, type ActModel } from "./act/model.ts";
import { CHRONOLOGY_TEMPLATE_VERSION, type ChronologyModel } from "./chronology/model.ts";
import { DEEMED_PROTOCOL_TEMPLATE_VERSION, type DeemedProtocolModel } from "./deemed-protocol/model.ts";
import { EDITION_TEMPLATE_VERSION, type EditionModel } from "./edition/model.ts";
import { FORCE_MAJEURE_NOTICE_TEMPLATE_VERSION, type ForceMajeureNoticeModel } from "./force-majeure-notice/model.ts";
import { INVOICE_TEMPLATE_VERSION, type InvoiceModel } from "./invoice/model.ts";
import { POSTAL_REGISTER_TEMPLATE_VERSION, type PostalRegisterModel } from "./postal-register/model.ts";
import { PRICE_LIST_TEMPLATE_VERSION, type PriceListModel } from "./price-list/model.ts";
import { RECONCILIATION_TEMPLATE_VERSION, type ReconciliationModel } from "./reconciliation/model.ts";
import { REFUSAL_LETTER_TEMPLATE_VERSION, type RefusalLetterModel } from "./refusal-letter/model.ts";

/** Every kind of paper; the key is the name of its folder. A new paper is a folder and a line here. */
export type PaperModels = {
  invoice: InvoiceModel;
  act: ActModel;
  "deemed-protocol": DeemedProtocolModel;
  "refusal-letter": RefusalLetterModel;
  "force-majeure-notice": ForceMajeureNoticeModel;
  reconciliation: ReconciliationModel;
  "postal-register": PostalRegisterModel;
  edition: EditionModel;
  "price-list": PriceListModel;
  chronology: ChronologyModel;
};
export type PaperKind = keyof PaperModels;

/** Raised with every change of a template or its words; stored beside each issued paper. */
export const TEMPLATE_VERSIONS: Record<PaperKind, string> = {
  invoice: INVOICE_TEMPLATE_VERSION,
  act: ACT_TEMPLATE_VERSION,
  "deemed-protocol": DEEMED_PROTOCOL_TEMPLATE_VERSION,
  "refusal-letter": REFUSAL_LETTER_TEMPLATE_VERSION,
  "force-majeure-notice": FORCE_MAJEURE_NOTICE_TEMPLATE_VERSION,
  reconciliation: RECONCILIATION_TEMPLATE_VERSION,
  "postal-register": POSTAL_REGISTER_TEMPLATE_VERSION,
  edition: EDITION_TEMPLATE_VERSION,
  "price-list": PRICE_LIST_TEMPLATE_VERSION,
  chronology: CHRONOLOGY_TEMPLATE_VERSION,
};

/** «act/2» in Russian, as it always was, «act/2+be» in Belarusian. */
export const templateVersion = (kind: PaperKind, language: string): string =>
  language === "be" ? `${TEMPLATE_VERSIONS[kind]}+be` : TEMPLATE_VERSIONS[kind];
