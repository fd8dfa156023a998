import { Tabs } from "#/components/ui/tabs.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Payments, their reconciliation and the statements that brought them; who may not read statements sees no such section. */
export function PaymentTabs({ locale, statements }: { locale: Locale; statements: boolean }) {
  const t = translator(locale, "staff");
  const tabs = [
    { href: "/staff/payments", title: t("payments.tab") },
    { href: "/staff/payments/match", title: t("payments.matchTab") },
    ...(statements
      ? [
          { href: "/staff/payments/statements", title: t("statements.tab") },
          { href: "/staff/refunds", title: translator(locale, "refunds")("title") },
        ]
      : []),
  ];
  return <Tabs label={t("payments.title")} tabs={tabs} />;
}
