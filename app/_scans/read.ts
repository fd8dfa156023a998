import "server-only";

import { asJob } from "#/app/_jobs/job.ts";
import type { Db, Tx } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { actByPaperCode, filesOfStack, findStack, pagesOfStack, type ScanStack } from "#/db/queries/scans.ts";
import { insertFile } from "#/db/writes/files.ts";
import { insertPages, keepReading, moveStack, troublePages } from "#/db/writes/scans.ts";
import { readPageCode } from "#/lib/documents/page-code.ts";
import { type Gray, grayPng } from "#/lib/scans/gray.ts";
import { type OpenPdf, openPdf } from "#/lib/scans/open-pdf.ts";
import { readCodes } from "#/lib/scans/read-codes.ts";
import { judgeStack, MOST_PAGES } from "#/lib/scans/stack.ts";

const ACTOR = { kind: "system", job: "scans" } as const;
/** What office scanners do; the second try costs four times as much and is for what the first cannot read. */
const DPI = [200, 300] as const;
const PICTURE_DPI = 90;

type StackFile = Awaited<ReturnType<typeof filesOfStack>>[number];

/**
 * Reads a stack page by page, each in a transaction of its own, so progress is seen, a cancellation is noticed and a killed worker's
 * pages are not read again. One file at a time is in memory.
 */
export async function readStack(db: Db, stack: ScanStack, now: Date, stop?: AbortSignal): Promise<void> {
  const files = await asJob(db, ACTOR.job, (tx) => filesOfStack(tx, stack.id));
  if (stack.pages === null && !(await countPages(db, stack, files, now))) return;
  for (const file of files) if (!(await readFile(db, stack, file, now, stop))) return;
  await asJob(db, ACTOR.job, (tx) => judge(tx, stack));
}

/** Opens every file once; a stack that cannot be read is closed with its reason. */
async function countPages(db: Db, stack: ScanStack, files: readonly StackFile[], now: Date): Promise<boolean> {
  const pages: { position: number; filePosition: number; filePage: number }[] = [];
  const broken = (code: string) =>
    asJob(db, ACTOR.job, (tx) => moveStack(tx, stack.id, "reading", "broken", { closedAt: now, code }));
  for (const file of files) {
    const opened = await open(db, file);
    if (!opened.ok) {
      await broken(opened.error);
      return false;
    }
    for (let filePage = 1; filePage <= opened.value.pages; filePage++)
      pages.push({ position: pages.length + 1, filePosition: file.position, filePage });
    opened.value.close();
  }
  if (pages.length === 0 || pages.length > MOST_PAGES) {
    await broken("scan.too_many_pages");
    return false;
  }
  await asJob(db, ACTOR.job, (tx) => insertPages(tx, stack.id, pages));
  return true;
}

/** A file's unread pages; false when the stack was closed or the worker is to stop. */
async function readFile(db: Db, stack: ScanStack, file: StackFile, now: Date, stop?: AbortSignal): Promise<boolean> {
  const all = await asJob(db, ACTOR.job, (tx) => pagesOfStack(tx, stack.id));
  const unread = all.map(({ page }) => page).filter((page) => page.filePosition === file.position && !page.readAt);
  if (unread.length === 0) return true;
  const opened = await open(db, file);
  if (!opened.ok) throw new Error("a file of a stack that was counted does not open");
  try {
    for (const { position, filePage } of unread) {
      if (stop?.aborted) return false;
      const seen = await look(opened.value, filePage);
      const going = await asJob(db, ACTOR.job, async (tx) => {
        if ((await findStack(tx, stack.id))?.state !== "reading") return false;
        await keep(tx, stack, position, seen, now, opened.value.fileId);
        return true;
      });
      if (!going) return false;
    }
  } finally {
    opened.value.close();
  }
  return true;
}

type Opened = { pages: number; fileId: string; pdf: OpenPdf | null; picture: Uint8Array | null; close: () => void };

async function open(db: Db, file: StackFile) {
  const bytes = await asJob(db, ACTOR.job, (tx) => fileBytes(tx, file.fileId));
  const { fileId } = file;
  if (file.mediaType !== "application/pdf")
    return { ok: true as const, value: { pages: 1, fileId, pdf: null, picture: bytes, close() {} } satisfies Opened };
  const pdf = await openPdf(bytes);
  return pdf.ok
    ? {
        ok: true as const,
        value: {
          pages: pdf.value.pages,
          fileId,
          pdf: pdf.value,
          picture: null,
          close: pdf.value.close,
        } satisfies Opened,
      }
    : pdf;
}

type Seen = { texts: string[]; preview: Gray | null };

async function look({ pdf, picture }: Opened, filePage: number): Promise<Seen> {
  if (!pdf) return { texts: await readCodes(picture!), preview: null };
  let texts: string[] = [];
  for (const dpi of DPI) {
    texts = await readCodes(await pdf.render(filePage, dpi));
    if (texts.length > 0) break;
  }
  return { texts, preview: await pdf.render(filePage, PICTURE_DPI) };
}

/** What a page is: an act's page by its only code of ours, a stranger's, or nothing readable. A picture is kept of every page of a PDF. */
async function keep(tx: Tx, stack: ScanStack, position: number, { texts, preview }: Seen, now: Date, fileId: string) {
  const codes = texts.flatMap((text) => readPageCode(text) ?? []);
  const found = [];
  for (const code of codes) {
    const act = await actByPaperCode(tx, code.code);
    if (act) found.push({ ...code, act });
  }
  const only = found.length === 1 ? found[0]! : null;
  const trouble = only ? null : texts.length === 0 || found.length > 1 ? "unreadable" : "foreign";
  const picture =
    preview &&
    (await insertFile(tx, ACTOR, now, {
      partyId: null,
      kind: "scan-page",
      name: `${position}.png`,
      mediaType: "image/png",
      bytes: grayPng(preview),
    }));
  await keepReading(tx, stack.id, position, {
    readAt: now,
    number: only?.act.number ?? null,
    page: only?.page ?? null,
    of: only?.pages ?? null,
    actId: only?.act.id ?? null,
    trouble,
    pictureId: picture ? picture.id : fileId,
  });
}

/** When all is read: what the stack as a whole says, and it waits for a person's word. */
async function judge(tx: Tx, stack: ScanStack) {
  const pages = (await pagesOfStack(tx, stack.id)).map(({ page }) => page);
  const read = pages.flatMap(({ position, actId, page, of }) =>
    actId && page && of ? [{ position, actId, page, of }] : [],
  );
  for (const [trouble, troubled] of Map.groupBy(judgeStack(read), ([, trouble]) => trouble))
    await troublePages(
      tx,
      stack.id,
      troubled.map(([position]) => position),
      { trouble },
    );
  await moveStack(tx, stack.id, "reading", "ready");
}
