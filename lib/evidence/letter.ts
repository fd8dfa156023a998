export type Letter = {
  messageId: string;
  toAddress: string;
  subject: string;
  text: string;
  createdAt: Date;
  status: string;
  acceptedAt: Date | null;
  attempts: number;
  lastError: string | null;
  attachments: readonly { name: string }[];
};

/** A sent letter as mail programs open it, with its fate in headers of our own. The text alone: the HTML says the same. */
export function emlOf(letter: Letter, from: string): string {
  const fate = [
    ["X-Delivery-Status", letter.status],
    ["X-Delivery-Accepted-At", letter.acceptedAt?.toISOString()],
    ["X-Delivery-Attempts", String(letter.attempts)],
    ["X-Delivery-Last-Error", letter.lastError],
    ["X-Attachments", letter.attachments.map(({ name }) => encoded(name)).join(", ")],
  ] as const;
  return [
    `Message-ID: ${letter.messageId}`,
    `Date: ${letter.createdAt.toUTCString().replace("GMT", "+0000")}`,
    `From: ${from}`,
    `To: ${letter.toAddress}`,
    `Subject: ${encoded(letter.subject)}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    ...fate.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`),
    "",
    ...(Buffer.from(letter.text)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "",
  ].join("\r\n");
}

const encoded = (text: string): string =>
  /^[\x20-\x7E]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
