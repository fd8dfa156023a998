/** A demand to erase (law 99-З, art. 13): `open` until the person takes it back or the house answers. */
export const REQUEST_STATES = ["open", "withdrawn", "refused", "done"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
