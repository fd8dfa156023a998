import { Section } from "#/components/ui/section.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { CompareAccount } from "./compare-account.tsx";
import { CompareFile } from "./compare-file.tsx";

type Props = {
  locale: Locale;
  /** Null where the file itself was asked about: it is equal already. */
  sha256: string | null;
  /** As much of the seller's account as is shown, and its hash; null where the paper names none. */
  account: { last: string; sha256: string } | null;
};

/** The file and the account that somebody was sent, compared in their own browser. */
export function Comparisons({ locale, sha256, account }: Props) {
  const t = translator(locale, "verify");
  const cannot = t("file.cannot");
  return (
    <>
      {account && (
        <Section title={t("account.title")}>
          <p className="mb-4 max-w-measure">{t("account.lead")}</p>
          <CompareAccount
            accountSha256={account.sha256}
            words={{
              cannot,
              field: t("account.field"),
              check: t("account.check"),
              same: t("account.same"),
              other: t("account.other"),
              otherText: t("account.otherText", { last: account.last }),
              incomplete: t("account.incomplete", { count: "{count}" }),
            }}
          />
        </Section>
      )}
      {sha256 && (
        <Section title={t("file.title")}>
          <p className="mb-4 max-w-measure">{t("file.lead")}</p>
          <CompareFile
            sha256={sha256}
            words={{
              cannot,
              field: t("file.field"),
              reading: t("file.reading"),
              unreadable: t("file.unreadable"),
              same: t("file.same"),
              other: t("file.other"),
              otherText: t("file.otherText"),
            }}
          />
          <noscript>
            <p className="mt-4 text-muted">{t("file.noScript")}</p>
            <code className="break-all text-sm">{sha256}</code>
          </noscript>
        </Section>
      )}
    </>
  );
}
