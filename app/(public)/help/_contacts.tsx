import { KeyValue } from "#/components/ui/key-value.tsx";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** An address for each purpose, as clause 7.2 has them, and the one business telephone. */
export function Contacts({ locale, seller }: { locale: Locale; seller: SellerRequisites }) {
  const t = translator(locale, "layout");
  const mail = (address: string) => (
    <a className="link" href={`mailto:${address}`}>
      {address}
    </a>
  );
  const { emails, phone } = seller;
  return (
    <div className="max-w-[36rem]">
      <KeyValue
        pairs={[
          { key: t("footer.sales"), value: mail(emails.sales) },
          { key: t("footer.accountant"), value: mail(emails.accounting) },
          { key: t("footer.lawyer"), value: mail(emails.legal) },
          { key: t("footer.general"), value: mail(emails.general) },
          {
            key: t("footer.phone"),
            value: (
              <a className="link num" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                {phone}
              </a>
            ),
          },
          { key: t("footer.hours"), value: translator(locale, "public")("shell.hours") },
        ]}
      />
    </div>
  );
}
