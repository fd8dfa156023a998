import type { Day } from "#/lib/calendar/day.ts";
import { checkPortal, type PortalReason } from "#/lib/requisites/portal.ts";
import {
  type Fact,
  factsOf,
  LICENCE_KZ,
  OFFER,
  type Subject,
  type TermsDocument,
  TOS_2024,
  termsInForce,
} from "./documents.ts";

export type Citation = { document: TermsDocument; fact: Fact };

/** `operator-unknown`: the operator's terms for this zone are not in the library; `own-domain`: nothing follows from the address. */
export type Doubt = "operator-unknown" | "own-domain" | null;

/** Why a certificate of this seller can or cannot be activated there; each but the last two by a clause of the offer. */
export type ActivationReason = "catalogue-by" | "other-zone" | "not-resident" | "own-domain";

export type Governed = {
  host: string;
  /** "by", "com.br"; null for a domain of the customer's own. */
  zone: string | null;
  /** The operator's or licensor's document that governs the portal, or the offer where it is the only one that we know. */
  document: TermsDocument | null;
  doubt: Doubt;
  /** Who is on the other side of the portal's terms, where it follows from the document for this country. */
  entity: string | null;
  /** Why there is none: the document's entities leave Belarus out, or which of them it is does not follow from our facts. */
  noEntity: "excluded" | "not-known" | null;
  /** Null: from the address alone it cannot be said. */
  canActivate: boolean | null;
  activationReason: ActivationReason;
  /** Days after the paid term in which the portal still works. Null: no document that we know promises any. */
  grace: { days: number; certain: boolean } | null;
  /** A new term counts from the end of the old one; null where no document that we know says so. */
  continues: true | null;
  citations: Citation[];
};

/** Zones of the operator's foreign cloud: its terms of service, by edition. The others have documents of their own. */
const OWN_DOCUMENTS: readonly string[] = ["by", "ru", "kz", "ua"];

/**
 * Which terms govern a portal, by its address and its customer's country (two letters), on a day. It says only what follows from the
 * documents of the library: a domain of the customer's own and a zone without a document are answered "not known".
 */
export function governedBy(
  address: string,
  country: string,
  on: Day,
): { ok: true; value: Governed } | { ok: false; error: PortalReason } {
  const portal = checkPortal(address);
  if (!portal.valid) return { ok: false, error: portal.reason };
  const { host, zone } = portal;
  const inBelarus = country.toUpperCase() === "BY";
  const { canActivate, reason, by } = activation(zone, inBelarus);
  const document = documentOf(zone, on);
  const doubt: Doubt =
    zone === null ? "own-domain" : document === OFFER || document === null ? "operator-unknown" : null;
  const cited = (subject: Subject): Citation[] =>
    document ? factsOf(document, subject).map((fact) => ({ document, fact })) : [];
  const entity = entityOf(document);
  const [grace] = cited("grace");
  const [continuation] = cited("continuation");
  return {
    ok: true,
    value: {
      host,
      zone,
      document,
      doubt,
      entity,
      noEntity: entity
        ? null
        : document?.facts.some(({ says }) => says === "entities-without-belarus") && inBelarus
          ? "excluded"
          : "not-known",
      canActivate,
      activationReason: reason,
      grace: grace?.fact.days ? { days: grace.fact.days, certain: grace.fact.certain ?? true } : null,
      continues: continuation?.fact.says === "continues" || null,
      citations: [
        ...factsOf(OFFER, "governs")
          .filter(({ says }) => says === by)
          .map((fact) => ({ document: OFFER, fact })),
        ...(document === OFFER ? cited("governs").filter(({ fact }) => fact.says === "rules-elsewhere") : []),
        ...(["entity", "territory", "grace", "continuation", "deletion"] as const).flatMap(cited),
      ],
    },
  };
}

/** 1.3: the seller's catalogue is that of bitrix24.by; 1.2: its customers are residents of Belarus. */
function activation(zone: string | null, inBelarus: boolean) {
  if (zone !== null && zone !== "by") return { canActivate: false, reason: "other-zone", by: "catalogue" } as const;
  if (!inBelarus) return { canActivate: false, reason: "not-resident", by: "residents" } as const;
  if (zone === null) return { canActivate: null, reason: "own-domain", by: "catalogue" } as const;
  return { canActivate: true, reason: "catalogue-by", by: "catalogue" } as const;
}

function documentOf(zone: string | null, on: Day): TermsDocument | null {
  if (zone === null) return null;
  // The subscription to the catalogue is the offer's; the operator's own terms for Belarus are not in the library.
  if (zone === "by") return OFFER;
  if (zone === "kz") return termsInForce(LICENCE_KZ.slug, on);
  if (OWN_DOCUMENTS.includes(zone)) return null;
  return termsInForce(TOS_2024.slug, on);
}

/**
 * The offer names its operator (1.6). The terms of service share the world out among several entities, by countries that are not
 * in our facts; only this is known: none of them contracts with Belarus.
 */
const entityOf = (document: TermsDocument | null): string | null => (document === OFFER ? "ООО «1С-Битрикс»" : null);
