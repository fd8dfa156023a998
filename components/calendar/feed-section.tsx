import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { CopyButton } from "#/components/ui/copy-button.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  /** Null while there is no address. */
  feed: { address: string; createdAt: Date } | null;
  make: Action<null>;
  revoke: Action<null>;
};

/** The member's secret calendar address: made, copied, changed, switched off. */
export function FeedSection({ locale, feed, make, revoke }: Props) {
  const t = translator(locale, "dates");
  const copy = translator(locale, "common");
  const what = copy("copy.of", { what: t("cabinet.address") });
  return (
    <Section title={t("cabinet.feed")}>
      <p className="max-w-measure">{t("cabinet.feedText")}</p>
      {feed && (
        <div className="my-4 grid gap-1">
          <p className="font-medium">{t("cabinet.address")}</p>
          <p className="break-all">
            <code>{feed.address}</code>{" "}
            <CopyButton value={feed.address} words={{ copy: copy("copy.button"), done: copy("copy.done"), what }} />
          </p>
          <p className="text-muted text-sm">
            {t("cabinet.since", { date: formatDay(dayInMinsk(feed.createdAt)) })}. {t("cabinet.remakeHint")}
          </p>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <Form action={make} label={t(feed ? "cabinet.remake" : "cabinet.make")}>
          <input type="hidden" name="feed" value="new" />
          <SubmitButton look={feed ? "secondary" : "primary"}>
            {t(feed ? "cabinet.remake" : "cabinet.make")}
          </SubmitButton>
        </Form>
        {feed && (
          <Form action={revoke} label={t("cabinet.revoke")}>
            <input type="hidden" name="feed" value="off" />
            <SubmitButton look="danger">{t("cabinet.revoke")}</SubmitButton>
          </Form>
        )}
      </div>
    </Section>
  );
}
