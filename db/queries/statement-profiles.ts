import "server-only";

import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { files, statementProfiles, statementReadings } from "#/db/schema/index.ts";

export type StatementProfile = typeof statementProfiles.$inferSelect;

const alive = isNull(statementProfiles.removedAt);

/** Profiles in use, by name. There are as many as banks and accounts: a handful. */
export const statementProfileList = (tx: Tx): Promise<StatementProfile[]> =>
  tx.select().from(statementProfiles).where(alive).orderBy(asc(statementProfiles.name), asc(statementProfiles.id));

export async function findStatementProfile(tx: Tx, id: string): Promise<StatementProfile | null> {
  const [row] = await tx
    .select()
    .from(statementProfiles)
    .where(and(eq(statementProfiles.id, id), alive));
  return row ?? null;
}

/** What a person said of this file, with the profile as it is now; a removed one still reads what it read. */
export async function readingOf(tx: Tx, fileId: string) {
  const [row] = await tx
    .select({ reading: statementReadings, profile: statementProfiles })
    .from(statementReadings)
    .innerJoin(statementProfiles, eq(statementProfiles.id, statementReadings.profileId))
    .where(eq(statementReadings.fileId, fileId));
  return row ?? null;
}

/** The file that a profile was last shown with: what its mapping page opens on. */
export async function sampleOf(tx: Tx, profileId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: files.id })
    .from(statementReadings)
    .innerJoin(files, eq(files.id, statementReadings.fileId))
    .where(eq(statementReadings.profileId, profileId))
    .orderBy(desc(statementReadings.saidAt))
    .limit(1);
  return row?.id ?? null;
}
