import type { Contract } from "./contract.ts";
import type { Paper } from "./timeline.ts";

/** The papers that an entry of the log drew or attached: by the ids that it keeps, or by the number of its act. */
export function papersOfEntry(
  { acts, invoices }: Contract,
  { step, data }: { step: string; data: Record<string, unknown> },
): Paper[] {
  const act = acts.find(({ number, id }) => number === data.number || id === data.actId);
  const file = (kind: Paper["kind"], id: unknown): Paper[] => (typeof id === "string" ? [{ kind, id }] : []);
  const drawn: Paper[] = act ? [{ kind: "act", id: act.id, number: act.number }] : [];
  switch (step) {
    case "issue-invoice":
    case "reissue-invoice":
      return invoices
        .filter(({ id }) => id === data.invoiceId)
        .map(({ id, number }) => ({ kind: "invoice", id, number }));
    case "activate-access":
      return file("activation", data.evidenceFileId);
    case "correct-activation":
      return [...file("activation", data.evidenceFileId), ...drawn];
    case "issue-act":
    case "correct-act":
      return drawn;
    case "sign-act":
    case "attach-late-signature":
      return file("signed-act", act?.signedFileId);
    case "refuse-act":
      return file("refusal", data.fileId);
    case "deem-act":
      return act ? [{ kind: "deemed-protocol", id: act.id }] : [];
    default:
      return [];
  }
}
