import { paperRoute } from "#/app/_papers/download.ts";

export const GET = paperRoute("reconciliation");
