import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { MomentText, momentText } from "#/components/ui/date-text.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { SessionFacts } from "./account-view.tsx";

type Props = {
  locale: Locale;
  sessions: readonly SessionFacts[];
  end: Action<null>;
  everywhere: Action<{ href: string }>;
};

export function Sessions({ locale, sessions, end, everywhere }: Props) {
  const t = translator(locale, "auth");
  const nameOf = ({ device: { browser, system } }: SessionFacts) =>
    browser && system
      ? t("account.deviceName", { browser, system })
      : (browser ?? system ?? t("account.unknownDevice"));
  const button = (session: SessionFacts) => (
    <Form action={end} label={t("account.endOf", { device: `${nameOf(session)}, ${momentText(session.createdAt)}` })}>
      <input type="hidden" name="sessionId" value={session.id} />
      <SubmitButton look="quiet" small pendingText={t("account.ending")}>
        {t("account.end")}
      </SubmitButton>
    </Form>
  );
  return (
    <Section title={t("account.sessions")}>
      <p className="mb-4 text-muted">{t("account.sessionsText")}</p>
      <Table
        caption={t("account.sessions")}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: "device", head: t("account.device"), cell: nameOf, rowHead: true },
          { key: "address", head: t("account.address"), cell: ({ address }) => address ?? t("account.none") },
          { key: "since", head: t("account.since"), cell: ({ createdAt }) => <MomentText at={createdAt} /> },
          { key: "seen", head: t("account.lastSeen"), cell: ({ lastSeenAt }) => <MomentText at={lastSeenAt} /> },
          {
            key: "end",
            head: <span className="sr-only">{t("account.end")}</span>,
            label: "",
            cell: (one) => (one.current ? <Status tone="running">{t("account.thisDevice")}</Status> : button(one)),
          },
        ]}
      />
      <div className="mt-6">
        <p className="mb-3 text-muted">{t("account.everywhereText")}</p>
        <Form action={everywhere} label={t("account.everywhere")}>
          <SubmitButton look="danger" pendingText={t("account.ending")}>
            {t("account.everywhere")}
          </SubmitButton>
        </Form>
      </div>
    </Section>
  );
}
