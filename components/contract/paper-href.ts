import type { Paper } from "#/lib/contract/timeline.ts";

/** Where a paper is read. Drawn papers go by their document, uploaded ones by their file. */
export function paperHref({ kind, id }: Pick<Paper, "kind" | "id">): string {
  if (kind === "invoice") return `/api/invoices/${id}/pdf`;
  if (kind === "act") return `/api/acts/${id}/pdf`;
  if (kind === "deemed-protocol") return `/api/acts/${id}/protocol`;
  if (kind === "refusal-letter") return `/api/acts/${id}/refusal`;
  return `/api/files/${id}`;
}
