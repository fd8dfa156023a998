import { paperRoute } from "#/app/_papers/download.ts";

/** The protocol of clause 3.8; `id` is the act's. */
export const GET = paperRoute("deemed-protocol");
