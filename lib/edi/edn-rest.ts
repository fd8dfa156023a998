import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

import { err, ok, type Result } from "#/lib/result.ts";
import type { EdiFailure, EdiProvider } from "./provider.ts";

export type EdnAccount = {
  url: string;
  user: string;
  password: string;
  signKey: string;
  /** The attribute certificate that gives the signer its powers; none where the key has them. */
  signCertificate: string | null;
};
type Patience = { timeoutMs: number; pauseMs: number; tries: number };

const MAX_ANSWER = 32 * 1024 * 1024;
const DOCUMENT_TYPE = "BLRDOC";

const deliveries = z.array(
  z.object({
    documentId: z.union([z.string().min(1), z.number()]).transform(String),
    type: z.string(),
    downloadFileName: z.string().nullish(),
    processedDateTime: z.string().nullish(),
  }),
);
const signed = z.object({ container: z.base64().min(1) });

/**
 * «ЭДиН» over its REST interface. What only reads is tried again at once; what sends is left to the outbox, which comes back with the
 * same number. No answer and no account ever stands in a log: failures are codes.
 */
export function ednRest(account: EdnAccount, patience: Partial<Patience> = {}): EdiProvider {
  const { timeoutMs = 10_000, pauseMs = 500, tries = 3 } = patience;
  const authorization = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString("base64")}`;

  async function ask(method: "GET" | "POST", path: string, body?: object): Promise<Result<Uint8Array, EdiFailure>> {
    try {
      const response = await fetch(new URL(path, account.url), {
        method,
        headers: { authorization, ...(body && { "content-type": "application/json" }) },
        body: body ? JSON.stringify(body) : null,
        // A password must not follow a redirect to somebody else's house.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const refused = refusalOf(response.status);
      if (refused) {
        await response.body?.cancel();
        return err(refused);
      }
      return await wholeBody(response);
    } catch (error) {
      return err(failureOf(error));
    }
  }

  async function read(path: string): Promise<Result<Uint8Array, EdiFailure>> {
    for (let n = 1; ; n++) {
      const answer = await ask("GET", path);
      if (answer.ok || !answer.error.again || n >= tries) return answer;
      await sleep(pauseMs * n);
    }
  }

  const poll = async () => {
    const answer = await read("/documents/new");
    if (!answer.ok) return answer;
    const list = parsed(deliveries, answer.value);
    if (!list) return err(BAD_ANSWER);
    return ok(
      list.map(({ documentId, type, downloadFileName, processedDateTime }) => ({
        id: documentId,
        type,
        fileName: downloadFileName ?? documentId,
        processedAt: processedDateTime ?? null,
      })),
    );
  };

  return {
    async sign({ description, xml }) {
      const answer = await ask("POST", "/document-rest-endpoint/api/sign/cloud", {
        documentType: DOCUMENT_TYPE,
        description,
        keyId: account.signKey,
        content: base64(xml),
        ...(account.signCertificate && { attrCertSerial: account.signCertificate }),
      });
      if (!answer.ok) return answer;
      const container = parsed(signed, answer.value)?.container;
      return container ? ok(new Uint8Array(Buffer.from(container, "base64"))) : err(BAD_ANSWER);
    },
    async send({ fileName, container }) {
      const body = { fileName, documentType: DOCUMENT_TYPE, document: base64(container) };
      const answer = await ask("POST", "/documents", body);
      if (answer.ok) return ok("accepted");
      return answer.error === DUPLICATE ? ok("duplicate") : answer;
    },
    poll,
    fetchSigned: (id) => read(`/documents/${encodeURIComponent(id)}/content`),
    async confirm(id) {
      const answer = await ask("POST", `/documents/${encodeURIComponent(id)}/mark-downloaded`);
      return answer.ok || answer.error === DUPLICATE ? ok(undefined) : answer;
    },
    async status() {
      const waiting = await poll();
      return waiting.ok ? ok({ waiting: waiting.value.length }) : waiting;
    },
  };
}

const BAD_ANSWER: EdiFailure = { code: "edi.bad_answer", again: true };
/** 409: the operator has a document of this number already. */
const DUPLICATE: EdiFailure = { code: "edi.rejected", again: false };
const UNAVAILABLE: EdiFailure = { code: "edi.unavailable", again: true };

function refusalOf(status: number): EdiFailure | null {
  if (status === 200 || status === 202) return null;
  if (status === 409) return DUPLICATE;
  // A password is changed by a person, and then what waits goes by itself.
  if (status === 401 || status === 403) return { code: "edi.unauthorised", again: true };
  if (status === 429 || status >= 500) return UNAVAILABLE;
  if (status >= 400) return { code: "edi.rejected", again: false };
  return BAD_ANSWER;
}

const failureOf = (error: unknown): EdiFailure =>
  error instanceof Error && error.name === "TimeoutError" ? { code: "edi.timeout", again: true } : UNAVAILABLE;

async function wholeBody(response: Response): Promise<Result<Uint8Array, EdiFailure>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER) return err({ code: "edi.too_big", again: false });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
