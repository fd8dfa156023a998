import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Contract } from "#/lib/contract/contract.ts";
import { CABINET_REFUNDS } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** 4.4.2: on a contract that the seller's fault ended, the way to its money. Nothing on any other. */
export function FaultRefund({ locale, contract }: { locale: Locale; contract: Contract }) {
  const { terminationGround, moneyOutcome } = contract;
  if (terminationGround !== "fault" || moneyOutcome === "none") return null;
  const t = translator(locale, "refunds");
  return (
    <Notice title={t("cabinet.fault")}>
      <Link className="link" href={CABINET_REFUNDS}>
        {t("cabinet.link")}
      </Link>
    </Notice>
  );
}
