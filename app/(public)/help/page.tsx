import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { Path } from "#/components/home/path.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { OFFER } from "#/db/queries/documents.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { ifPaidToday } from "#/lib/contract/if-paid-today.ts";
import { translator } from "#/lib/messages/messages.ts";
import { calendar, inForce, settings, today } from "../_data/library.ts";
import { pageMetadata } from "../_data/page-metadata.ts";
import { Contacts } from "./_contacts.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "public");
  return pageMetadata({ locale, title: t("help.title"), description: t("help.description"), path: "/help" });
}

export default async function HelpPage() {
  const [locale, on] = await Promise.all([requestLocale(), today()]);
  const [offer, decided, working] = await Promise.all([inForce(OFFER, on), settings(on), calendar()]);
  const t = translator(locale, "public");
  const { bindings, seller } = offer?.edition ?? {};
  return (
    <>
      <PageHead title={t("help.title")} />
      <div className="grid gap-12">
        <Section title={t("help.pay")}>
          <div className="grid max-w-measure gap-3">
            <p>{t("help.payTransfer")}</p>
            <p>{t("help.payThird")}</p>
            <p>{t("help.payExpired")}</p>
          </div>
        </Section>
        <Section title={t("help.purpose")}>
          <div className="grid max-w-measure gap-3">
            <p>{t("help.purposeText")}</p>
            <p className="border-accent border-s-2 ps-4 font-medium" lang="ru">
              {t("help.purposeExample")}
            </p>
            <p>{t("help.purposeWrong")}</p>
          </div>
        </Section>
        {bindings && (
          <Section title={`${t("help.steps")}. ${t("path.heading", { date: formatDay(on) })}`}>
            <Path
              locale={locale}
              dates={ifPaidToday(working, decided, bindings, on)}
              offerHref={`/documents/${OFFER}`}
            />
            <p className="mt-6">
              <Link className="link" href="/dates">
                {translator(locale, "dates")("page.title")}
              </Link>
            </p>
          </Section>
        )}
        {seller && (
          <Section title={t("help.contacts")}>
            <Contacts locale={locale} seller={seller} />
          </Section>
        )}
        <p className="max-w-measure text-muted">
          {t("help.data")}{" "}
          <a className="link" href="/documents/privacy-policy">
            {translator(locale, "layout")("footer.privacy")}
          </a>
        </p>
      </div>
    </>
  );
}
