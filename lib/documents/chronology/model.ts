import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Seal } from "#/lib/evidence/seal.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { offerName } from "../shared/offer.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { sharedWords } from "../shared/words.ts";

export const CHRONOLOGY_TEMPLATE_VERSION = "chronology/2";

export type ChronologyEntry = {
  seq: number;
  at: Date | string;
  actorKind: string;
  actorName: string | null;
  onBehalfOf: string | null;
  step: string;
  clause: string | null;
  reason: string | null;
  data: Record<string, unknown>;
  hash: string;
};

export type ChronologyModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  facts: [name: string, value: string][];
  head: string[];
  rows: { when: string; who: string; what: string; detail: string; clause: string; href: string; hash: string }[];
  note: string;
};

export type ChronologyFacts = {
  /** That of the contract's papers; Russian where there was no choice yet. */
  language?: PaperLanguage | undefined;
  /** The invoice's number; an order without one is named by its day. */
  number: string | null;
  contract: { id: string; placedAt: Date };
  customer: string;
  seller: SellerRequisites;
  offer: EditionRef;
  /** The address of the edition's page, without anchor. */
  offerUrl: string;
  entries: readonly ChronologyEntry[];
  seal: Pick<Seal, "root" | "day"> | null;
};

/** Who did what and when under which clause, from the log alone (6.7). */
export function chronologyModel(facts: ChronologyFacts): ChronologyModel {
  const { contract, entries, number, seal, language = "ru" } = facts;
  const t = translator(language, "evidence");
  const shared = sharedWords(language);
  const last = entries.at(-1);
  const on = dayInMinsk(last ? new Date(last.at) : contract.placedAt);
  const named = number
    ? t("chronology.subtitle", { number })
    : t("chronology.order", { date: formatDay(dayInMinsk(contract.placedAt)) });
  return {
    sheet: sheet(`${t("chronology.title")} ${named}`, on, facts.seller, language),
    title: t("chronology.title"),
    subtitle: shared.tight(named),
    facts: [
      [t("chronology.offer"), `${offerName(shared, facts.offer)}, ${shared.edition(facts.offer.number)}`],
      [t("chronology.customer"), facts.customer],
      [t("chronology.contract"), contract.id],
      [t("chronology.entries"), String(entries.length)],
      [t("chronology.head"), last?.hash ?? "—"],
      [
        t("chronology.sealed"),
        seal ? t("chronology.sealedValue", { root: seal.root, day: formatDay(seal.day) }) : t("chronology.notSealed"),
      ],
    ],
    head: [
      t("chronology.when"),
      t("chronology.who"),
      t("chronology.what"),
      t("chronology.clause"),
      t("chronology.hash"),
    ],
    rows: entries.map((entry) => ({
      when: moment(new Date(entry.at)),
      who: whoOf(language, entry, facts.customer),
      what: stepWords(language, entry),
      detail: detailOf(language, entry),
      clause: entry.clause ?? "",
      href: entry.clause ? `${facts.offerUrl}#${entry.clause}` : "",
      hash: entry.hash.slice(0, 16),
    })),
    note: shared.tight(t("chronology.note")),
  };
}

/** The reason, and where staff acted for the customer, on what word of the customer. */
function detailOf(language: PaperLanguage, { reason, data }: ChronologyEntry): string {
  const t = translator(language, "evidence");
  const word = data.onBehalf as Pick<OnBehalf, "how" | "reason"> | undefined;
  const parts = [
    reason ? t("chronology.reason", { reason }) : "",
    word
      ? t("chronology.word", { how: translator(language, "contract")(`behalf.${word.how}`), reason: word.reason })
      : "",
  ];
  return parts.filter(Boolean).join(". ");
}

function whoOf(
  language: PaperLanguage,
  { actorKind, actorName, onBehalfOf }: ChronologyEntry,
  customer: string,
): string {
  const t = translator(language, "evidence");
  if (actorKind === "system") return t("chronology.system");
  const name = actorName || t("chronology.erased");
  const who = actorKind === "staff" ? t("chronology.staff", { name }) : name;
  return onBehalfOf ? `${who}, ${t("chronology.onBehalf", { who: customer })}` : who;
}

/** A step's words; those of files and papers are the log's own. A step that is not known is shown as it is written. */
function stepWords(language: PaperLanguage, { step, data }: ChronologyEntry): string {
  const t = translator(language, "evidence");
  if (step === "draw-paper" || step === "upload-file") {
    const kind = String(data.kind) as "invoice";
    return t(`chronology.${step}`, { kind: t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind });
  }
  const steps = translator(language, "contract");
  const key = `step.${step}` as "step.place-order";
  return steps.has(key) ? steps(key) : step;
}

/** "15.04.2026 12:03:07", Minsk. */
function moment(at: Date): string {
  const inMinsk = new Date(at.getTime() + 3 * 3_600_000).toISOString();
  return `${formatDay(dayInMinsk(at))} ${inMinsk.slice(11, 19)}`;
}
