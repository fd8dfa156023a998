import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { UploadKind } from "#/lib/files/recognise.ts";

/**
 * Sends a file's bytes with their sha256, so that the server takes it whole or not at all. `contractId` or `partyId` says whose it is.
 * A broken connection is thrown; the caller says it in words.
 */
export async function uploadFile(
  kind: UploadKind,
  file: File,
  contractId?: string,
  partyId?: string,
): Promise<ActionResult<{ id: string }>> {
  const bytes = await file.arrayBuffer();
  const query = new URLSearchParams({
    kind,
    ...(contractId ? { contract: contractId } : {}),
    ...(partyId ? { party: partyId } : {}),
  });
  const response = await fetch(`/api/uploads?${query}`, {
    method: "POST",
    body: bytes,
    headers: {
      "content-type": file.type || "application/octet-stream",
      "x-file-name": encodeURIComponent(file.name),
      "x-file-sha256": await sha256(bytes),
    },
  });
  const answer = (await response.json()) as ActionResult<{ fileId: string }>;
  return answer.ok ? { ok: true, value: { id: answer.value.fileId } } : refuse(answer.error);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
