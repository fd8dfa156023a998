/** Pages of our own site that letters lead to. */
export const customerContract = (id: string): string => `/cabinet/contracts/${id}`;
export const staffContract = (id: string): string => `/staff/contracts/${id}`;
export const NEW_ORDER = "/order";
export const SIGN_IN = "/sign-in";
export const ACCOUNT = "/account";
