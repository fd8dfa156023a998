import { MomentText } from "#/components/ui/date-text.tsx";
import { type CardField, changedFields, type ProductCard, type ProductMove } from "#/lib/catalog/product.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { valueText } from "./value-text.ts";

export type Version = {
  version: number;
  move: ProductMove;
  card: ProductCard;
  changedAt: Date;
  who: string;
  reason: string | null;
};

/** Every state of a product, newest first: what was done, by whom, when, why, and what it changed. */
export function ProductHistory({ locale, versions }: { locale: Locale; versions: readonly Version[] }) {
  const t = translator(locale, "catalog");
  return (
    <ol className="grid gap-4">
      {versions.map(({ version, move, card, changedAt, who, reason }, at) => {
        const before = versions[at + 1]?.card;
        return (
          <li key={version} className="border-hairline border-b pb-3">
            <p>
              {t(`staff.moves.${move}`)}
              <span className="text-muted text-sm">
                {" "}
                · {who} · <MomentText at={changedAt} />
              </span>
            </p>
            {reason && <p className="text-sm">{reason}</p>}
            {before && <Differences {...{ locale, before, after: card }} fields={changedFields(before, card)} />}
          </li>
        );
      })}
    </ol>
  );
}

type DifferencesProps = { locale: Locale; before: ProductCard; after: ProductCard; fields: readonly CardField[] };

/** Field by field: what it was, struck out, and what it is. */
export function Differences({ locale, before, after, fields }: DifferencesProps) {
  const t = translator(locale, "catalog");
  return (
    <ul className="mt-1 grid gap-1 text-sm">
      {fields.map((field) => (
        <li key={field} className="break-words">
          {t(`fields.${field}`)}: <del className="text-muted">{valueText(before, field, locale)}</del>{" "}
          <ins className="no-underline">{valueText(after, field, locale)}</ins>
        </li>
      ))}
    </ul>
  );
}
