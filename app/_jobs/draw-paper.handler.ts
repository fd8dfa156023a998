import "server-only";

import { z } from "zod";

import { PAPER_KINDS, paperFor } from "#/app/_papers/paper.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ kind: z.enum(PAPER_KINDS), documentId: z.uuid() });

/** Draws an issued document ahead of the first person who asks for it. */
export const drawPaper: Handler = async ({ tx, now }, message) => {
  const { kind, documentId } = payload.parse(message);
  const file = await paperFor(tx, { kind: "system", job: "draw-paper" }, now, kind, documentId);
  if (!file) throw new Error("nothing to draw");
  return undefined;
};
