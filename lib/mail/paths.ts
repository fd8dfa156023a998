/** Pages of our own site that letters lead to. */
export const customerContract = (id: string): string => `/cabinet/contracts/${id}`;
export const staffContract = (id: string): string => `/staff/contracts/${id}`;
/** An order form filled in with these portals. */
export const newOrder = (portals: readonly string[], renew: boolean): string =>
  `/cabinet/orders/new?${new URLSearchParams([...portals.map((portal) => ["portal", portal]), ...(renew ? [["renew", "1"]] : [])])}`;
export const SIGN_IN = "/sign-in";
export const ACCOUNT = "/account";
export const COMPANY = "/cabinet/company";
export const EVIDENCE = "/evidence";
export const STAFF = "/staff";
export const PRIVACY_POLICY = "/documents/privacy-policy";
export const OWN_DATA = "/cabinet/account/data";
export const staffPrivacy = (id: string): string => `/staff/privacy/${id}`;
