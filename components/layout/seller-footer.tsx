import type { ReactNode } from "react";

import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; seller: SellerRequisites; workingHours: string; children?: ReactNode };

const inFours = (iban: string) => iban.replace(/(.{4})(?=.)/g, "$1 ");

/** What the law wants a seller's site to say of the seller, in the words of clause 7.2. No private phones. */
export function SellerFooter({ locale, seller, workingHours, children }: Props) {
  const t = translator(locale, "layout");
  const { emails, bank } = seller;
  const mails = [
    ["general", emails.general],
    ["sales", emails.sales],
    ["lawyer", emails.legal],
    ["accountant", emails.accounting],
  ] as const;
  return (
    <footer className="footer">
      <div className="wrap">
        <div className="columns">
          <section>
            <h2>{seller.name}</h2>
            <p>{t("footer.unp", { unp: seller.unp })}</p>
            <p>
              {t("footer.certificate", { date: formatDay(asDay(seller.registrationDate)), by: seller.registeredBy })}
            </p>
            <p>{seller.legalAddress}</p>
            <p className="mt-3">
              {bank.name}, {bank.address}
              <br />
              <span className="num">{t("footer.account", { iban: inFours(bank.iban) })}</span>
              <br />
              {t("footer.bic", { bic: bank.bic })}
            </p>
          </section>
          <section>
            <h2>{t("footer.contacts")}</h2>
            <dl>
              <dt>{t("footer.phone")}</dt>
              <dd>
                <a className="num" href={`tel:${seller.phone.replace(/[^+\d]/g, "")}`}>
                  {seller.phone}
                </a>
              </dd>
              <dt>{t("footer.hours")}</dt>
              <dd>{workingHours}</dd>
              {mails.map(([purpose, mail]) => (
                <div key={purpose}>
                  <dt className="mt-3">{t(`footer.${purpose}`)}</dt>
                  <dd>
                    <a href={`mailto:${mail}`}>{mail}</a>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <nav aria-label={t("footer.documents")}>
            <h2>{t("footer.documents")}</h2>
            <ul className="grid gap-2">
              <li>
                <a href="/documents/license-bitrix24-market">{t("footer.offer")}</a>
              </li>
              <li>
                <a href="/documents/price-list">{t("footer.priceList")}</a>
              </li>
              <li>
                <a href="/catalog">{t("public.catalog")}</a>
              </li>
              <li>
                <a href="/documents/privacy-policy">{t("footer.privacy")}</a>
              </li>
              <li>
                <a href="/dates">{t("footer.dates")}</a>
              </li>
              <li>
                <a href="/evidence">{t("footer.evidence")}</a>
              </li>
              <li>
                <a href="/verify">{t("footer.verify")}</a>
              </li>
            </ul>
          </nav>
        </div>
        <div className="base">
          <span>{seller.shortName}</span>
          {children}
        </div>
      </div>
    </footer>
  );
}
