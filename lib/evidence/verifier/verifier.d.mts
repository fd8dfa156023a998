import type { PackProblem, VerifiedPack } from "../pack.ts";

export function verifyPack(bytes: Uint8Array): Promise<VerifiedPack>;
export function verifyFiles(
  files: ReadonlyMap<string, Uint8Array>,
  before?: readonly PackProblem[],
): Omit<VerifiedPack, "repacked">;
export function readZip(
  bytes: Uint8Array,
): Promise<{ files: Map<string, Uint8Array>; problems: PackProblem[]; original: boolean }>;
export function canonicalJson(value: unknown): string;
export function sha256(message: string | Uint8Array): string;
