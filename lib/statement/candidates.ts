import type { OpenInvoice } from "./match.ts";
import type { PurposeReading } from "./purpose.ts";
import type { StatementLine } from "./statement.ts";

export type Candidate = OpenInvoice & { contractId: string };

/** As many same-sum invoices as a person would look through; more of them is no evidence for any. */
export const CANDIDATES_AT_MOST = 100;

const isOpen = ({ status }: Candidate) => status === "live" || status === "expired" || status === "replaced";

/**
 * The invoices that a portion of payments may mean, found by what a line says. It may hold more than one line's own; an invoice
 * that a line pays is put back as it stands then, so that the lines after it see what they would see one at a time.
 */
export class Candidates {
  #byId = new Map<string, Candidate>();
  #byNumber: Map<string, string[]>;
  #byUnp: Map<string | null, string[]>;
  #byIban: Map<string | null, string[]>;
  #bySum: Map<bigint, string[]>;

  constructor(found: readonly Candidate[]) {
    for (const one of found) this.#byId.set(one.id, one);
    const rows = [...this.#byId.values()];
    const by = <K>(key: (one: Candidate) => K) => {
      const groups = new Map<K, string[]>();
      for (const one of rows) {
        const group = groups.get(key(one));
        if (group) group.push(one.id);
        else groups.set(key(one), [one.id]);
      }
      return groups;
    };
    this.#byNumber = by(({ number }) => number);
    this.#byUnp = by(({ partyUnp }) => partyUnp);
    this.#byIban = by(({ partyIban }) => partyIban);
    this.#bySum = by(({ total }) => total);
  }

  /** An invoice as it stands now; what it is found by (number, payer, total) never changes. */
  put(one: Candidate): void {
    this.#byId.set(one.id, one);
  }

  get(id: string): Candidate | undefined {
    return this.#byId.get(id);
  }

  /**
   * The invoices that a payment may mean: those it names, the open ones of who paid, and, for a payer without УНП, live ones of the
   * very sum. The named ones first: however many others have the same sum, the limit cuts none that the payer wrote down.
   */
  of({ amount, payer: { unp, iban } }: Pick<StatementLine, "amount"> & Payer, reading: PurposeReading): Candidate[] {
    const named = this.#all(reading.numbers.flatMap(({ number }) => this.#byNumber.get(number) ?? []));
    const theirs = this.#all([
      ...((unp && this.#byUnp.get(unp)) || []),
      ...((iban && this.#byIban.get(iban)) || []),
    ]).filter(isOpen);
    const sameSum = unp ? [] : this.#all(this.#bySum.get(amount) ?? []).filter(({ status }) => status === "live");
    const others = [...theirs, ...sameSum].sort(oldestFirst);
    return [...new Set([...named.sort(oldestFirst), ...others])].slice(0, CANDIDATES_AT_MOST);
  }

  #all = (ids: readonly string[]) => ids.map((id) => this.#byId.get(id)!);
}

type Payer = { payer: { unp: string | null; iban: string | null } };

const oldestFirst = (a: Candidate, b: Candidate) =>
  a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.number < b.number ? -1 : 1;
