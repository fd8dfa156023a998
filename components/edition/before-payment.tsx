import { Notice } from "#/components/ui/notice.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { BeforePayment } from "#/lib/contract/before-payment.ts";
import { cabinetEdition } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

/** Said above the details of a payment: which edition it joins (6.2), and that the account is another one (7.2). */
export function BeforePaymentNotices({ locale, joins, account }: { locale: Locale } & BeforePayment) {
  if (!joins && !account) return null;
  return (
    <div className="mb-4 grid gap-3">
      {account && <AccountNotice locale={locale} account={account} />}
      {joins && <JoinsNotice locale={locale} joins={joins} />}
    </div>
  );
}

function AccountNotice({ locale, account }: { locale: Locale; account: NonNullable<BeforePayment["account"]> }) {
  const t = translator(locale, "contract");
  const { already, number, iban, from } = account;
  const said = { date: formatDay(from), iban: formatIban(iban), number };
  return already ? (
    <Notice tone="late" title={t("payment.account")}>
      {t("payment.accountText", said)}
    </Notice>
  ) : (
    <Notice tone="needs" title={t("payment.accountSoon", { date: said.date })}>
      {t("payment.accountSoonText", said)}
    </Notice>
  );
}

/** «Оплата с 01.04.2026 присоединяет к редакции 2» */
export function JoinsNotice({ locale, joins }: { locale: Locale; joins: NonNullable<BeforePayment["joins"]> }) {
  const t = translator(locale, "contract");
  const said = { date: formatDay(joins.publishedOn), number: joins.number };
  return (
    <Notice tone="needs" title={t("payment.joins", said)}>
      {t("payment.joinsText", said)}{" "}
      <a className="link" href={cabinetEdition(joins.number)}>
        {t("payment.joinsRead")}
      </a>
    </Notice>
  );
}
