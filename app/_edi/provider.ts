import "server-only";

import { ednRest } from "#/lib/edi/edn-rest.ts";
import type { EdiProvider } from "#/lib/edi/provider.ts";
import { env } from "#/lib/env.ts";

export type EdiLine = { provider: EdiProvider; gln: string };

let line: EdiLine | null | undefined;

/** The house's own line to ЭДиН; null where it is worked by hand, which needs nothing. */
export function ediLine(): EdiLine | null {
  if (line !== undefined) return line;
  const { EDI_URL, EDI_USER, EDI_PASSWORD, EDI_GLN, EDI_SIGN_KEY, EDI_SIGN_CERTIFICATE } = env();
  line =
    EDI_URL && EDI_USER && EDI_PASSWORD && EDI_GLN && EDI_SIGN_KEY
      ? {
          gln: EDI_GLN,
          provider: ednRest({
            url: EDI_URL,
            user: EDI_USER,
            password: EDI_PASSWORD,
            signKey: EDI_SIGN_KEY,
            signCertificate: EDI_SIGN_CERTIFICATE ?? null,
          }),
        }
      : null;
  return line;
}
