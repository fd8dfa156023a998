import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Unbroken } from "#/components/ui/unbroken.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Kind } from "#/lib/mail/kinds.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type Told = {
  id: string;
  kind: Kind;
  title: string;
  text: string;
  path: string;
  createdAt: Date;
  readAt: Date | null;
};
type Props = { locale: Locale; rows: readonly Told[]; markRead: Action<unknown> };

/** What a member was told, each line with the way to its contract; an unread one says so in a word and can be put aside. */
export function NoticeList({ locale, rows, markRead }: Props) {
  const t = translator(locale, "notices");
  return (
    <ul className="grid">
      {rows.map(({ id, kind, title, text, path, createdAt, readAt }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-2 border-hairline border-b py-4 last:border-b-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-start"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
              <MomentText at={createdAt} />
              <span>{t(`kind.${kind}`)}</span>
              {!readAt && <Status tone="running">{t("fresh")}</Status>}
            </p>
            <p className="mt-1">
              <Link className={readAt ? "link break-words" : "link break-words font-medium"} href={path}>
                <Unbroken text={title} />
              </Link>
            </p>
            <p className="max-w-measure whitespace-pre-line text-sm">{text}</p>
          </div>
          {!readAt && (
            <Form action={markRead} label={t("markReadOf", { title })}>
              <input type="hidden" name="noticeId" value={id} />
              <SubmitButton look="secondary" small>
                {t("markRead")}
                <span className="sr-only">: {title}</span>
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
