import { LinkButton } from "#/components/ui/button.tsx";
import { Link } from "#/components/ui/link.tsx";
import { daysBetween } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Given } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ACTIVATION_DAYS, daysLeft, type Portal, SOON_DAYS } from "./periods.ts";
import { SafePayment } from "./safe-payment.tsx";

type Props = { locale: Locale; portals: readonly Portal[]; given: Given; mayOrder: boolean };

/** Portals with their paid time as a bar: how much is behind, how many days are left. */
export function SubscriptionList({ locale, portals, given, mayOrder }: Props) {
  return (
    <ul className="grid">
      {portals.map((portal) => (
        <Row key={portal.portal} locale={locale} portal={portal} given={given} mayOrder={mayOrder} />
      ))}
    </ul>
  );
}

function Row({ locale, portal, given, mayOrder }: Omit<Props, "portals"> & { portal: Portal }) {
  const { today, calendar } = given;
  const t = translator(locale, "cabinet");
  const { from, until } = portal;
  const total = daysBetween(from, until) + 1;
  const gone = Math.min(total, Math.max(0, daysBetween(from, today)));
  const left = daysLeft(until, today);
  const begun = from <= today;
  return (
    <li className="grid gap-x-6 gap-y-2 border-hairline border-b py-4 last:border-b-0 md:grid-cols-[minmax(0,1fr)_14rem_auto] md:items-center">
      <div className="min-w-0">
        <Link className="link break-words font-medium" href={`/cabinet/contracts/${portal.contractId}`}>
          {portal.portal}
        </Link>
        <p className="text-muted text-sm">{t("portals.period", { from: formatDay(from), to: formatDay(until) })}</p>
        <SafePayment {...{ locale, calendar, until, today }} length={ACTIVATION_DAYS} />
      </div>
      <div>
        <progress
          className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hairline [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-accent"
          max={total}
          value={gone}
          aria-label={t("portals.bar", { portal: portal.portal })}
        />
        <p className="mt-1 text-sm">
          {begun ? t("portals.left", { count: left }) : t("portals.begins", { date: formatDay(from) })}
        </p>
      </div>
      {mayOrder && (
        <LinkButton
          small
          look={left <= SOON_DAYS ? "primary" : "secondary"}
          href={`/cabinet/orders/new?portal=${encodeURIComponent(portal.portal)}&renew=1`}
        >
          {t("portals.renew")}
          <span className="sr-only">: {portal.portal}</span>
        </LinkButton>
      )}
    </li>
  );
}
