import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Unbroken } from "#/components/ui/unbroken.tsx";
import { Why } from "#/components/ui/why.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, sum } from "#/lib/money/kopecks.ts";
import type { Movement, StatementRow } from "#/lib/reconciliation/statement.ts";
import { operationName } from "./operation-name.ts";

/** What a line is: its paper or its contract, and behind «?» why it stands here and what was done with the money. */
export function MovementCell({ locale, row: { movement, balance } }: { locale: Locale; row: StatementRow }) {
  const t = translator(locale, "settlements");
  const name = operationName(locale, movement);
  const { kind, contractId, set, on } = movement;
  const rest = restOf(movement);
  return (
    <span className="inline-flex items-baseline gap-2">
      <Paper locale={locale} movement={movement} name={name} />
      <Why label={t("why.open", { name })} title={t("why.title")} close={t("why.close")}>
        <p>{t(`why.${kind}`, { on: formatDay(on) })}</p>
        {set.map(({ contractId: contract, number, amount }) => (
          <p key={number}>
            <Link className="link" href={`/cabinet/contracts/${contract}`}>
              <Unbroken text={t("why.set", { number, sum: formatMoney(amount) })} />
            </Link>
          </p>
        ))}
        {rest > 0n && <p>{t("why.rest", { sum: formatMoney(rest) })}</p>}
        {kind !== "payment" && contractId && (
          <p>
            <Link className="link" href={`/cabinet/contracts/${contractId}`}>
              {t("why.contract")}
            </Link>
          </p>
        )}
        <p>{t("why.balance", { sum: formatMoney(balance) })}</p>
      </Why>
    </span>
  );
}

/** What of a payment no invoice has taken. */
const restOf = ({ kind, amount, set }: Movement) =>
  kind === "payment" ? BigInt(amount) - sum(set.map((one) => one.amount)) : 0n;

/** An act leads to its PDF; a payment is the bank's paper, and leads to the contract that it paid. */
function Paper({ locale, movement, name }: { locale: Locale; movement: Movement; name: string }) {
  const { kind, id, contractId } = movement;
  if (kind === "act") return <FileLink locale={locale} href={`/api/acts/${id}/pdf`} title={name} kind="PDF" />;
  if (!contractId) return <span>{name}</span>;
  return (
    <Link className="link" href={`/cabinet/contracts/${contractId}`}>
      {name}
    </Link>
  );
}
