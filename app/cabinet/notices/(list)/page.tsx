import { readAllNoticesAction } from "#/app/_actions/notices/read-all-notices.ts";
import { readNoticeAction } from "#/app/_actions/notices/read-notice.ts";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { NoticeList } from "#/components/notice/notice-list.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { type NoticeRow, noticesPage } from "#/db/queries/notices.ts";
import { type Page, readCursor } from "#/db/queries/staff-keyset.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, neighbours, oneOf, type Query, titled } from "../../_page.ts";

export const generateMetadata = titled("notices");

const PATH = "/cabinet/notices";
const NOTHING: Page<NoticeRow> = { rows: [], previous: null, next: null };

/** What the member was told: what they have not read first, then the rest; each part has pages of its own. */
export default async function Notices({ searchParams }: { searchParams: Query }) {
  const { actor, locale, read } = await cabinetPage();
  const t = translator(locale, "notices");
  const asked = await oneOf(searchParams);
  const cursor = readCursor(asked);
  const only = cursor ? (asked.part === "read" ? "read" : "unread") : null;
  const { unread, done } = await read(async (tx) => ({
    unread: only === "read" ? NOTHING : await noticesPage(tx, actor, "unread", cursor),
    done: only === "unread" ? NOTHING : await noticesPage(tx, actor, "read", cursor),
  }));
  const list = { locale, markRead: readNoticeAction };
  const none = unread.rows.length === 0 && done.rows.length === 0;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href={`${PATH}/settings`} look="secondary" small>
            {t("settings.open")}
          </LinkButton>
        }
      />
      {none && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      <div className="grid gap-8">
        {unread.rows.length > 0 && (
          <Section
            title={t("unread")}
            aside={
              <Form action={readAllNoticesAction} label={t("markAll")}>
                <input type="hidden" name="all" value="true" />
                <SubmitButton look="secondary" small>
                  {t("markAll")}
                </SubmitButton>
              </Form>
            }
          >
            <NoticeList {...list} rows={unread.rows} />
            <Pagination locale={locale} {...neighbours(PATH, unread, { part: "unread" })} />
          </Section>
        )}
        {done.rows.length > 0 && (
          <Section title={t("read")}>
            <NoticeList {...list} rows={done.rows} />
            <Pagination locale={locale} {...neighbours(PATH, done, { part: "read" })} />
          </Section>
        )}
      </div>
    </>
  );
}
