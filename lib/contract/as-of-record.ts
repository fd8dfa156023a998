import { canonicalJson } from "#/lib/evidence/chain.ts";
import type { Contract, ContractChange } from "./contract.ts";

/** One record of a contract before and after a step, plain JSON. `before: null`: the step made it. */
export type Recorded = { of: RecordKind; id: string; before: Values | null; after: Values };
export type RecordKind = "contract" | "line" | "invoice" | "act";
export type Values = Record<string, unknown>;

/** Sums are kopecks as text, moments ISO text: jsonb knows neither. */
const SUMS = ["total", "amount", "paid"];
const isMoment = (field: string) => field.endsWith("At");
/**
 * What people wrote, and who they are, stands in the entry itself (`reason`, `actorName`), where it can be erased alone; here it is
 * only said that there was something.
 */
const SAID = [
  "cancelReason",
  "closedReason",
  "activationRefusal",
  "moneyDecision",
  "refusalReason",
  "correctionReason",
  "activatedBy",
];
export const WRITTEN = "written";
export const isSaid = (field: string) => SAID.includes(field);

export function recordedValue(field: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isSaid(field)) return WRITTEN;
  if (typeof value === "bigint") {
    if (!SUMS.includes(field)) throw new TypeError(`${field} is a sum that as-of does not know`);
    return value.toString();
  }
  return value instanceof Date ? value.toISOString() : value;
}

export function valueOfRecord(field: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (SUMS.includes(field)) return BigInt(value);
  return isMoment(field) ? new Date(value) : value;
}

export const sameValue = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

export function recordedValues(fields: object): Values {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, recordedValue(field, value)]));
}

/** Where a step found nothing before it: an order, or a paper that it issued. */
export const made = (of: RecordKind, id: string, fields: object): Recorded => ({
  of,
  id,
  before: null,
  after: recordedValues(fields),
});

/** What a decided change does to each record of its contract, only the fields that it moves: the "before/after" of 6.7. */
export function recordedChange(
  contract: Contract,
  change: ContractChange,
  papers: { invoiceId?: string; invoiceNumber?: string; actId?: string; actNumber?: string },
): Recorded[] {
  const { stage, act, newInvoice, newAct } = change;
  const version = contract.version + 1;
  const invoiceSets = new Map<string, Values>(change.invoices?.map(({ id, set }) => [id, { ...set }]));
  for (const { invoiceId, amount } of change.allocations ?? []) {
    const set = invoiceSets.get(invoiceId) ?? {};
    const paid = (set.paid as bigint | undefined) ?? contract.invoices.find(({ id }) => id === invoiceId)?.paid ?? 0n;
    invoiceSets.set(invoiceId, { ...set, paid: paid + amount });
  }
  const moved = (of: RecordKind, rows: readonly { id: string }[], sets: Iterable<readonly [string, object]>) =>
    [...sets].flatMap(([id, set]) =>
      movedOf(
        of,
        rows.find((row) => row.id === id),
        set,
      ),
    );
  const pairs = (sets: readonly { id: string; set: object }[] = []) => sets.map(({ id, set }) => [id, set] as const);
  return [
    ...movedOf("contract", contract, { ...change.set, stage, act, version }),
    ...moved("line", contract.lines, pairs(change.lines)),
    ...moved("invoice", contract.invoices, invoiceSets),
    ...moved("act", contract.acts, pairs(change.acts)),
    ...(newInvoice && papers.invoiceId ? [madeInvoice(papers.invoiceId, papers.invoiceNumber, newInvoice)] : []),
    ...(newAct && papers.actId ? [madeAct(papers.actId, papers.actNumber, newAct)] : []),
  ];
}

function movedOf(of: RecordKind, row: { id: string } | undefined, set: object): Recorded[] {
  if (!row) throw new Error(`a change of an unknown ${of}`);
  const now = row as unknown as Values;
  const fields = Object.entries(set).filter(
    ([field, value]) =>
      value !== undefined &&
      ((isSaid(field) && value !== null) || !sameValue(recordedValue(field, now[field]), recordedValue(field, value))),
  );
  if (fields.length === 0) return [];
  const before = recordedValues(Object.fromEntries(fields.map(([field]) => [field, now[field]])));
  return [{ of, id: row.id, before, after: recordedValues(Object.fromEntries(fields)) }];
}

const madeInvoice = (id: string, number: string | undefined, invoice: NonNullable<ContractChange["newInvoice"]>) => {
  const { issuedOn, validUntil, total, replacesId } = invoice;
  return made("invoice", id, { number, status: "live", issuedOn, validUntil, total, replacesId });
};

const madeAct = (id: string, number: string | undefined, act: NonNullable<ContractChange["newAct"]>) => {
  const { issuedOn, channel, replacesId } = act;
  return made("act", id, { number, status: "issued", issuedOn, channel, replacesId });
};
