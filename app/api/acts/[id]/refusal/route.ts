import { paperRoute } from "#/app/_papers/download.ts";

/** The motivated refusal of an act (3.6, 3.7) as a letter; `id` is the act's. */
export const GET = paperRoute("refusal-letter");
