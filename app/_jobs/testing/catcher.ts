import { once } from "node:events";

import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Catcher = {
  url: string;
  port: number;
  caught: Email[];
  /** Called for each whole letter before the server says "accepted". */
  onLetter: () => void | Promise<void>;
  close(): Promise<void>;
};

/** A real SMTP server that keeps what it was given. `port` 0 takes any; a known one lets it come back where it was. */
export async function catchMail(port = 0): Promise<Catcher> {
  const caught: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 200,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      const keep = async () => {
        caught.push(await PostalMime.parse(Buffer.concat(chunks)));
        await catcher.onLetter();
      };
      stream.on("end", () => void keep().then(() => done(), done));
    },
  });
  // A client that is killed in the middle breaks its connection: expected here.
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address() as { port: number };
  const catcher: Catcher = {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    caught,
    onLetter() {},
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return catcher;
}
