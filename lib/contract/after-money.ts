import type { Contract, ContractChange } from "./contract.ts";

/**
 * The contract as the database has it once a change of money was stored: its own fields, its invoices and what was set against
 * them. For moves that are decided one after the other and stored together; changes of other kinds are refused by throwing.
 */
export function afterMoney(contract: Contract, change: ContractChange): Contract {
  const { stage, act, set, invoices = [], allocations = [], event: _told, ...others } = change;
  if (Object.keys(others).length > 0) throw new Error(`no change of money alone: ${Object.keys(others).join()}`);
  return {
    ...contract,
    ...set,
    stage,
    act,
    version: contract.version + 1,
    invoices: contract.invoices.map((invoice) => ({
      ...invoice,
      ...invoices.find(({ id }) => id === invoice.id)?.set,
      paid: allocations.reduce(
        (paid, { invoiceId, amount }) => (invoiceId === invoice.id ? paid + amount : paid),
        invoice.paid,
      ),
    })),
  };
}
