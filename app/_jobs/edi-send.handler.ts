import "server-only";

import { z } from "zod";

import { ediLine } from "#/app/_edi/provider.ts";
import { sendByEdi } from "#/app/_edi/send.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ ediDocumentId: z.uuid() });

/** An act that somebody ordered to go through ЭДиН (3.6). */
export const ediSend: Handler = async (context, message) => {
  await sendByEdi(context, payload.parse(message).ediDocumentId, ediLine()?.provider ?? null);
  return undefined;
};
