import type { DraftEntry } from "#/components/document/draft-history.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import type { DraftRow } from "#/db/queries/edition-drafts.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  draft: DraftRow;
  nameOf: (who: string | null) => string;
  history: readonly DraftEntry[];
};

/** Who wrote, passed and released a draft, its days, and the edition that it became. */
export function DraftFacts({ locale, draft, nameOf, history }: Props) {
  const t = translator(locale, "editions");
  const { createdBy, createdAt, checkedBy, checkedAt, releasedBy, releasedAt, publishOn, inForceFrom } = draft;
  const on = (at: Date) => formatDay(dayInMinsk(at));
  const number = history.find(({ step }) => step === "publish-edition")?.data.number;
  return (
    <KeyValue
      pairs={[
        {
          key: t("draft.author"),
          value: (
            <>
              {nameOf(createdBy)}, <span className="num">{t("draft.created", { date: on(createdAt) })}</span>
            </>
          ),
        },
        {
          key: t("draft.checked"),
          value: checkedAt
            ? t("draft.checkedBy", { name: nameOf(checkedBy), date: on(checkedAt) })
            : t("draft.notChecked"),
        },
        {
          key: t("draft.released"),
          value: releasedAt
            ? t("draft.releasedBy", { name: nameOf(releasedBy), date: on(releasedAt) })
            : t("draft.notReleased"),
        },
        publishOn &&
          inForceFrom && {
            key: t("draft.dates"),
            value: t("draft.datesText", { publish: formatDay(publishOn), force: formatDay(inForceFrom) }),
          },
        typeof number === "number" && {
          key: t("draft.edition"),
          value: (
            <a className="link" href={`/documents/${draft.slug}/${number}`}>
              {t("desk.edition", { number })}
            </a>
          ),
        },
        draft.withdrawnReason !== null && { key: t("draft.withdrawnReason"), value: draft.withdrawnReason },
      ]}
    />
  );
}
