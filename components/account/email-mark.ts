/** Stands in translated words for an address that only the browser knows. */
export const EMAIL = "%email%";
