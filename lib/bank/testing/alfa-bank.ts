import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Row = Record<string, string | number>;

/** What the bank does instead of answering; `once` where only the next request meets it. */
export type Trouble = "hang" | "cut" | "busy" | "down" | "not-json" | "errors-at-200" | "redirect";

const PAGE = 100;
const dayNumber = (dotted: string) => dotted.split(".").reverse().join("");

/** A bank on this machine that answers as Alfa-Bank's documentation says, its traps included. */
export async function localAlfa() {
  const state = {
    rows: [] as Row[],
    asked: [] as string[],
    trouble: null as Trouble | null,
    once: null as Trouble | null,
    /** Page numbers count from 1 and 0 means the first too. */
    firstPageTwice: true,
    ignoresDates: false,
    refreshGone: false,
    clientUnknown: false,
    access: "access-1",
    refresh: "refresh-1",
    code: "code-1",
    tokens: 1,
  };
  const server = createServer((request, response) => void reply(request, response));

  async function reply(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://bank");
    const body = new URLSearchParams(await bodyOf(request));
    state.asked.push(`${request.method} ${url.pathname}${url.search}`);
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof value === "string" ? value : JSON.stringify(value));
    };
    const trouble = state.once ?? state.trouble;
    state.once = null;
    if (trouble === "hang") return;
    if (trouble === "cut") return void request.socket.destroy();
    if (trouble === "busy") return answer(429, "");
    if (trouble === "down") return answer(500, "<html>Internal error</html>");
    if (trouble === "not-json") return answer(200, '{"page":[');
    if (trouble === "redirect") return void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    if (url.pathname === "/token") return giveTokens(body, answer);
    if (request.headers.authorization !== `Bearer ${state.access}`) return answer(401, { message: "expired" });
    if (url.pathname !== "/partner/1.2.0/accounts/statement") return answer(404, {});
    if (trouble === "errors-at-200")
      return answer(200, { page: [], errors: [{ number: "BY", message: "Счёт закрыт" }] });
    answer(200, { page: pageOf(url.searchParams), statistics: [], errors: [] });
  }

  function pageOf(query: URLSearchParams): Row[] {
    const [from, to] = [dayNumber(query.get("dateFrom") ?? ""), dayNumber(query.get("dateTo") ?? "")];
    const inside = ({ operDate }: Row) => {
      const day = dayNumber(String(operDate));
      return state.ignoresDates || (day >= from && day <= to);
    };
    const asked = Number(query.get("pageNo"));
    const at = state.firstPageTwice ? Math.max(0, asked - 1) : asked;
    return state.rows.filter(inside).slice(at * PAGE, (at + 1) * PAGE);
  }

  function giveTokens(form: URLSearchParams, answer: (status: number, value: unknown) => void) {
    if (state.clientUnknown || form.get("client_secret") !== "secret") return answer(401, { error: "invalid_client" });
    const right =
      form.get("grant_type") === "authorization_code"
        ? form.get("code") === state.code
        : !state.refreshGone && form.get("refresh_token") === state.refresh;
    if (!right) return answer(400, { error: "invalid_grant" });
    state.tokens++;
    state.code = "";
    state.access = `access-${state.tokens}`;
    state.refresh = `refresh-${state.tokens}`;
    const { access, refresh } = state;
    answer(200, {
      access_token: access,
      refresh_token: refresh,
      token_type: "Bearer",
      expires_in: 3600,
      scope: "accounts",
    });
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    url,
    client: { url, clientId: "market", clientSecret: "secret", redirectUri: "https://market.example.by/bank" },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A row as the documentation shows it. */
export const alfaRow = (account: string, more: Row = {}): Row => ({
  ...{ number: account, operType: "C", amount: 480, currIso: "BYN", operCodeName: "Зачисление" },
  ...{ purpose: "Оплата по счету № 26-000145-7 от 15.04.2026", corrName: 'ООО "РОМАШКА ТЕСТ"', corrUnp: "190000018" },
  ...{ corrNumber: "BY48AKBB30120000000000000001", corrBic: "AKBBBY2X", corrBank: "Банк" },
  ...{ docId: "D1", docNum: "318", operDate: "16.04.2026", acceptDate: "2026-04-16T14:00:00.000" },
  ...more,
});
