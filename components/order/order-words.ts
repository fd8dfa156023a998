import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The fixed words of the order form, as plain strings: the form's code then carries no translator. */
export function orderWords(locale: Locale) {
  const t = translator(locale, "cabinet");
  return {
    portals: t("order.portals"),
    portal: t("order.portal"),
    portalHint: t("order.portalHint"),
    check: translator(locale, "library")("check.link"),
    period: t("order.period"),
    add: t("order.add"),
    remove: t("order.remove"),
    read: t("order.read"),
    editions: t("order.editions"),
    acceptance: t("order.acceptance"),
    summary: t("order.summary"),
    total: t("order.total"),
    noPortal: t("order.noPortal"),
    submit: t("order.submit"),
    pending: t("order.pending"),
    toContract: t("order.toContract"),
  };
}
export type OrderWords = ReturnType<typeof orderWords>;
