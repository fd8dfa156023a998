/** Pages of our own site that letters lead to. */
export const customerContract = (id: string): string => `/cabinet/contracts/${id}`;
export const staffContract = (id: string): string => `/staff/contracts/${id}`;
/** An order form filled in with these portals. */
export const newOrder = (portals: readonly string[], renew: boolean): string =>
  `/cabinet/orders/new?${new URLSearchParams([...portals.map((portal) => ["portal", portal]), ...(renew ? [["renew", "1"]] : [])])}`;
/** An edition of the offer with the customer's own contracts (6.2), by its number. */
export const cabinetEdition = (number: number): string => `/cabinet/editions/${number}`;
export const STAFF_REFUSALS = "/staff/documents/refusals";
export const publishedEdition = (slug: string, number: number): string => `/documents/${slug}/${number}`;
export const editionDiff = (slug: string, number: number, before: number): string =>
  `${publishedEdition(slug, number)}/diff/${before}`;
export const cabinetReconciliation = (id: string): string => `/cabinet/reconciliations/${id}`;
export const staffReconciliation = (id: string): string => `/staff/reconciliations/${id}`;
/** The statement of a party's account over a period, with the pack of its month. */
export const cabinetStatement = ({ from, to }: { from: string; to: string }): string =>
  `/cabinet/statement?${new URLSearchParams({ from, to })}`;
export const SIGN_IN = "/sign-in";
export const ACCOUNT = "/account";
export const COMPANY = "/cabinet/company";
export const EVIDENCE = "/evidence";
export const STAFF = "/staff";
export const BOOKS = "/staff/books/close";
export const PRIVACY_POLICY = "/documents/privacy-policy";
export const OWN_DATA = "/cabinet/account/data";
export const CABINET_REFUNDS = "/cabinet/refunds";
export const STAFF_REFUNDS = "/staff/refunds";
export const staffRefund = (id: string): string => `${STAFF_REFUNDS}/${id}`;
export const staffPrivacy = (id: string): string => `/staff/privacy/${id}`;
