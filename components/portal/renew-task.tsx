import { OFFER_HREF } from "#/components/contract/words.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import { Card } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { lastSafePaymentDay } from "#/lib/calendar/last-safe-payment.ts";
import type { Given } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ACTIVATION_DAYS, daysLeft, type Portal } from "./periods.ts";

/** A period that ends soon: until which day a payment still leaves the seller its whole term (3.5). */
export function RenewTask(props: { locale: Locale; portal: Portal; given: Given; mayOrder: boolean }) {
  const { locale, portal, given, mayOrder } = props;
  const t = translator(locale, "cabinet");
  const safe = lastSafePaymentDay(given.calendar, portal.until, ACTIVATION_DAYS);
  const late = safe < given.today;
  return (
    <Card>
      <h2 className="break-words">{t("renew.title", { portal: portal.portal })}</h2>
      <p className="mt-1">
        <Status tone={late ? "late" : "needs"}>
          {t("portals.left", { count: daysLeft(portal.until, given.today) })}
        </Status>
      </p>
      <div className="mt-2 max-w-measure">
        {late
          ? t("renew.late", { until: formatDay(portal.until) })
          : t("renew.text", { until: formatDay(portal.until), safe: formatDay(safe) })}
        {!late && (
          <Explanation
            locale={locale}
            counted={addWorkingDays(given.calendar, safe, ACTIVATION_DAYS)}
            rule={t("renew.rule", { safe: formatDay(safe), until: formatDay(portal.until) })}
            clause={{ number: "3.5", href: `${OFFER_HREF}#3.5` }}
          />
        )}
      </div>
      {mayOrder && (
        <div className="mt-4">
          <LinkButton href={`/cabinet/orders/new?portal=${encodeURIComponent(portal.portal)}&renew=1`}>
            {t("portals.renew")}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
