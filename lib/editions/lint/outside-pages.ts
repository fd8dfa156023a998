import { addressesIn, plain } from "./bound-numbers.ts";
import type { LintClause } from "./lint-text.ts";
import type { Finding, LintFacts } from "./rules.ts";

/**
 * Pages of others that the text sends its reader to and that the library has no snapshot of: tomorrow they may say something
 * else (1.9, 2.2). A bare site («https://edn.by/») is a service, not a text.
 */
export function outsidePageFindings(
  clauses: readonly LintClause[],
  { seller, bindings, pinned }: LintFacts,
): Finding[] {
  const own = new Set(
    [seller?.site, bindings && hostOf(bindings.priceListUrl)].map((host) => host?.replace(/^www\./, "")),
  );
  const kept = new Set(pinned.map(plain));
  const seen = new Set<string>();
  return clauses.flatMap(({ name, text }) =>
    addressesIn(text).flatMap((address): Finding[] => {
      const url = URL.parse(address);
      const page = url && (url.pathname !== "/" || url.search !== "");
      if (!page || own.has(url.host.replace(/^www\./, "")) || kept.has(plain(address)) || seen.has(plain(address)))
        return [];
      seen.add(plain(address));
      return [{ rule: "page.no_snapshot", clause: name, text: address }];
    }),
  );
}

const hostOf = (address: string): string | undefined => URL.parse(address)?.host;
