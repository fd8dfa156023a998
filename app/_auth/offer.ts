import "server-only";

import { enrolmentOffer } from "#/lib/auth/enrolment.ts";
import { qrPath } from "#/lib/auth/qr.ts";
import { otpauthUri } from "#/lib/auth/totp.ts";
import { env } from "#/lib/env.ts";

/** What a session is shown when it sets up its second factor. */
export function offerOf({ id, email }: { id: string; email: string }) {
  const offer = enrolmentOffer(env().AUTH_SECRET, id);
  return { ...offer, qr: qrPath(otpauthUri(offer.secret, email)) };
}
