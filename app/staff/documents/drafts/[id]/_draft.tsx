import { createHash } from "node:crypto";

import { notFound } from "next/navigation";
import type { ReactNode } from "react";

import { DraftStatus, DraftTurn } from "#/components/document/draft-stage.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Tabs } from "#/components/ui/tabs.tsx";
import type { Tx } from "#/db/client.ts";
import { type DraftRow, findDraft } from "#/db/queries/edition-drafts.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { stageAfter } from "#/lib/editions/draft.ts";
import { isTurnOf } from "#/lib/editions/draft-choices.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../../_page.ts";
import { DeskCrumbs } from "../../_crumbs.tsx";

export type DraftParams = Promise<{ id: string }>;
type Locked = "lockedRole" | "lockedReleased" | "lockedClosed" | null;

/** What every page of a draft begins with: the draft, the people in it, and whether its reader may edit it. */
export async function draftPage<T>(params: DraftParams, more: (tx: Tx, draft: DraftRow, today: Day) => Promise<T>) {
  const { actor, locale, given, read } = await staffPage("edition.read");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const draft = await findDraft(tx, actor, id);
    if (!draft) return null;
    const people = [draft.createdBy, draft.checkedBy, draft.releasedBy].filter((one) => one !== null);
    return { draft, names: await namesOf(tx, people), more: await more(tx, draft, given.today) };
  });
  if (!found) notFound();
  const t = translator(locale, "editions");
  const nameOf = (who: string | null) => (who && found.names.get(who)) ?? t("draft.job");
  return { actor, locale, today: given.today, t, ...found, nameOf, locked: lockedFor(actor, found.draft) };
}

function lockedFor(actor: StaffActor, { stage }: DraftRow): Locked {
  if (stageAfter(stage, "edit") === null) return stage === "released" ? "lockedReleased" : "lockedClosed";
  return permits(actor, "edition.draft") ? null : "lockedRole";
}

/** Distinguishes two states of one part of a draft: what was typed over an older one is not put back into its form. */
export const revOf = (part: unknown): string =>
  createHash("sha256").update(JSON.stringify(part)).digest("hex").slice(0, 12);

type FrameProps = {
  page: { actor: StaffActor; locale: Locale; draft: DraftRow; nameOf: (who: string | null) => string };
  children: ReactNode;
};

/** Head and tabs of a draft; each tab is an address. */
export function DraftFrame({ page: { actor, locale, draft, nameOf }, children }: FrameProps) {
  const t = translator(locale, "editions");
  const { id, title, kind, language, stage, publishOn, createdBy } = draft;
  const words = translator(locale, "public");
  const mine = isTurnOf(draft, actor);
  const base = `/staff/documents/drafts/${id}`;
  const tabs = (["text", "terms", "preview", "diff"] as const).map((name) => ({
    href: `${base}/${name}`,
    title: t(`draft.${name}`),
  }));
  return (
    <>
      <PageHead
        above={<DeskCrumbs locale={locale} />}
        title={t("draft.title", { title })}
        lead={
          <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <DraftStatus {...{ locale, stage, mine }} />
            <span>
              <DraftTurn {...{ locale, stage, publishOn, mine }} author={nameOf(createdBy)} />
            </span>
            <span>
              {words(`library.kinds.${kind}`)}, {words(`library.languages.${language}`)}
            </span>
          </span>
        }
      />
      <Tabs label={t("draft.tabs")} tabs={[{ href: base, title: t("draft.course") }, ...tabs]} />
      <div className="mt-6 grid grid-cols-1 gap-8">{children}</div>
    </>
  );
}

/** Why a draft is closed for editing, or what an edit will do to the lawyer's word. */
export function EditNotice({ locale, locked, draft }: { locale: Locale; locked: Locked; draft: DraftRow }) {
  const t = translator(locale, "editions");
  if (locked)
    return (
      <Notice title={t("draft.locked")}>
        <p>{t(`draft.${locked}`)}</p>
      </Notice>
    );
  if (draft.stage === "draft") return null;
  return (
    <Notice tone="needs" title={t("draft.unchecks")}>
      <p>{t("draft.unchecksText")}</p>
    </Notice>
  );
}
