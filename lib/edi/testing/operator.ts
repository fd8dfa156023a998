import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Sent = { fileName: string; documentType: string; document: string };
type Waiting = {
  documentId: string;
  type: string;
  downloadFileName: string;
  processedDateTime: string;
  content: Buffer;
};

/** What the operator does instead of answering. */
export type Trouble = "unauthorised" | "broken" | "slow" | "not-json" | "duplicate" | "reject" | "hang-after-taking";

/** An operator of exchange on this machine, answering as «ЭДиН» does over REST. */
export async function localOperator({ user = "seller", password = "пароль" } = {}) {
  const state = {
    sent: [] as Sent[],
    waiting: [] as Waiting[],
    confirmed: [] as string[],
    asked: [] as string[],
    trouble: null as Trouble | null,
  };
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const server = createServer((request, response) => void reply(request, response));
  async function reply(request: IncomingMessage, response: ServerResponse) {
    const body = await bodyOf(request);
    const path = request.url ?? "";
    state.asked.push(`${request.method} ${path}`);
    const answer = (status: number, value: unknown = "") => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof value === "string" || value instanceof Buffer ? value : JSON.stringify(value));
    };
    if (request.headers.authorization !== expected || state.trouble === "unauthorised") return answer(401);
    if (state.trouble === "broken") return answer(500, "<html>Internal error</html>");
    if (state.trouble === "slow") return;
    if (state.trouble === "not-json") return answer(200, '[{"documentId":');
    if (path.endsWith("/sign/cloud")) {
      const { content } = JSON.parse(body.toString());
      const container = Buffer.concat([Buffer.from("SIGNED:"), Buffer.from(content, "base64")]);
      return answer(200, { container: container.toString("base64") });
    }
    if (path === "/documents" && request.method === "POST") {
      if (state.trouble === "reject") return answer(400, { message: "receiver is unknown" });
      const sent = JSON.parse(body.toString()) as Sent;
      const known = state.sent.some(({ fileName }) => fileName === sent.fileName);
      if (known || state.trouble === "duplicate") return answer(409);
      state.sent.push(sent);
      if (state.trouble === "hang-after-taking") return;
      return answer(202);
    }
    if (path === "/documents/new")
      return answer(
        200,
        state.waiting.map(({ content: _content, ...listed }) => listed),
      );
    const [, id = "", what] = /^\/documents\/([^/]+)\/(content|mark-downloaded)$/.exec(path) ?? [];
    const waiting = state.waiting.find(({ documentId }) => documentId === decodeURIComponent(id));
    if (!waiting) return answer(404);
    if (what === "content") return answer(200, waiting.content);
    state.confirmed.push(waiting.documentId);
    state.waiting = state.waiting.filter((one) => one !== waiting);
    answer(200);
  }
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    url,
    account: { url, user, password, signKey: "key-1", signCertificate: null },
    /** A delivery for the seller. */
    deliver: (documentId: string, content: string | Buffer, processedDateTime: string, type = "BLRDOC") =>
      state.waiting.push({
        documentId,
        type,
        downloadFileName: `${documentId}.xml`,
        processedDateTime,
        content: Buffer.from(content),
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
