import type { ReactNode } from "react";
import { Link } from "#/components/ui/link.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type LivingEditionFacts = Pick<
  Edition,
  "slug" | "number" | "orderNumber" | "orderDate" | "publishedOn" | "inForceFrom"
> & { title: string; sha256: string };

type Props = { locale: Locale; edition: LivingEditionFacts; accepted: boolean; children: ReactNode };

/** What makes the sheet provable: which edition, of which order and days, the checksum of its text, and the moment. */
export function LivingFacts({ locale, edition, accepted, children }: Props) {
  const t = translator(locale, "living");
  const words = translator(locale, "public");
  const { slug, number, orderNumber, orderDate, publishedOn, inForceFrom, sha256, title } = edition;
  return (
    <div className="edition-head">
      <ul className="facts">
        <li>
          <Link className="link" href={`/documents/${slug}/${number}`}>
            {title}
          </Link>
        </li>
        <li>{t(accepted ? "accepted" : "shown", { number })}</li>
        {orderNumber && orderDate && (
          <li>{words("edition.order", { number: orderNumber, date: formatDay(orderDate) })}</li>
        )}
        <li>{words("edition.published", { date: formatDay(publishedOn) })}</li>
        <li>{words("edition.inForce", { date: formatDay(inForceFrom) })}</li>
        <li>{children}</li>
        <li className="basis-full">
          {t("sha256")}: <code className="wrap-anywhere">{sha256}</code>
        </li>
      </ul>
    </div>
  );
}
