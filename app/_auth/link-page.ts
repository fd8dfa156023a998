import "server-only";

import { database } from "#/db/client.ts";
import { linkByHash, userById } from "#/db/queries/users.ts";
import type { LinkPurpose } from "#/lib/auth/link.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { isToken } from "#/lib/auth/token-format.ts";
import { realTime } from "./real-time.ts";

/** Whom a link is for, without using it up; null for a used, expired, unknown one and one of another purpose. */
export async function livingLink(
  token: string,
  ...purposes: LinkPurpose[]
): Promise<{ email: string; name: string } | null> {
  const link = isToken(token) ? await linkByHash(database(), hashToken(token)) : null;
  if (!link?.userId || link.usedAt || link.expiresAt <= realTime()) return null;
  if (!purposes.some((one) => one === link.purpose)) return null;
  const user = await userById(database(), link.userId);
  return user && !user.disabledAt ? { email: user.email, name: user.name } : null;
}
