import type { ReactNode } from "react";

export type Pair = { key: string; value: ReactNode } | null | false;

/** Requisites and facts: names left, values right; empty pairs may be passed as null. */
export function KeyValue({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <dl className="pairs">
      {pairs.map(
        (pair) =>
          pair && (
            <div key={pair.key}>
              <dt>{pair.key}</dt>
              <dd>{pair.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
