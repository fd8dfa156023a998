import type { ActToSend } from "../blrdoc.ts";
import { buildActBlrdoc } from "../blrdoc.ts";

/** The receiver's copy of our document: countersigned, or cancelled with `functionCode` 3. */
export const answerTo = (act: ActToSend, functionCode: "9" | "3" = "9"): string =>
  new TextDecoder()
    .decode(buildActBlrdoc(act))
    .replace('responseIndicator="0"', 'responseIndicator="1"')
    .replace("<FunctionCode>9<", `<FunctionCode>${functionCode}<`);

/** A message of the operator about our document (1251 read, 2750 notice of change…). */
export const messageAbout = (documentId: string, code: string, date: string, text = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document-ApplicationMessage><Message-Header><SystemMessageNumber>1</SystemMessageNumber><SystemMessageDate>${date}</SystemMessageDate><SystemMessageCode>${code}</SystemMessageCode><SystemMessageText>${text}</SystemMessageText></Message-Header><Message-Reference><DocumentNumber>${documentId}</DocumentNumber></Message-Reference></Document-ApplicationMessage>`;
