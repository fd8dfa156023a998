import "server-only";

import { keyedHash } from "#/lib/auth/key.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { env } from "#/lib/env.ts";

/**
 * The secret of a feed's address, derived from its id: the page can show it again at any time, and the database alone, which
 * holds only a hash of it, opens nothing.
 */
export const feedToken = (id: string): string => keyedHash(env().AUTH_SECRET, "calendar-feed", id);
export const feedHash = (token: string): string => hashToken(token);
export const feedAddress = (id: string): string => `${env().PUBLIC_ORIGIN}/api/calendar/${feedToken(id)}.ics`;
