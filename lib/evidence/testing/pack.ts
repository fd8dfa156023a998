import { sha256 } from "../chain.ts";
import { inventoried, packEntry, prettyJson, proofsIn } from "../pack.ts";
import { readZip } from "../verifier/verifier.mjs";
import { type ZipFile, zipped } from "../zip.ts";
import { logOf, sealOf } from "./log.ts";

const ACT = "Акт № 26-000102-1";

/** A small pack as the shop makes it: two papers, a log of six entries that names one of them, its seal. */
export async function samplePack(): Promise<Uint8Array> {
  const entries = logOf({ chains: 1, length: 6, data: (at) => (at === 2 ? { sha256: sha256(ACT) } : undefined) });
  const seal = sealOf(entries, null);
  const files: ZipFile[] = [
    { name: "001-act.txt", bytes: Buffer.from(ACT) },
    { name: "002-invoice.txt", bytes: Buffer.from("Счёт № 26-000145-7".repeat(20)) },
    { name: "003-events.json", bytes: prettyJson({ entries: entries.map(packEntry) }) },
    {
      name: "004-seals.json",
      bytes: prettyJson({
        seals: [seal],
        proofs: proofsIn(seal, entries, new Set(entries.map(({ id }) => id))),
        unsealed: [],
      }),
    },
  ];
  const kinds = ["act", "invoice", "events", "seals"];
  const manifest = prettyJson({
    version: 1,
    chain: { name: "contract:0", entries: entries.length, head: entries.at(-1)!.hash },
    files: files.map(({ name, bytes }, at) => inventoried(name, kinds[at]!, bytes)),
  });
  const { sha256: sum } = inventoried("manifest.json", "manifest", manifest);
  files.push({ name: "manifest.json", bytes: manifest });
  files.push({ name: "manifest.sha256", bytes: Buffer.from(`${sum}  manifest.json\n`) });
  return packed(files);
}

export async function packed(files: readonly ZipFile[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of zipped(files)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

export type Altered = { what: string; bytes: Uint8Array; file: string | null };

/** One alteration by its number, always the same one: of a file inside, of the list of files, of any byte of the archive. */
export async function alterPack(pack: Uint8Array, seed: number): Promise<Altered> {
  const random = (below: number, salt: string) => Number.parseInt(sha256(`${seed}:${salt}`).slice(0, 12), 16) % below;
  const files = [...(await readZip(pack)).files].map(([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) }));
  const at = random(files.length, "file");
  const { name, bytes } = files[at]!;
  const spot = random(bytes.length, "spot");
  const inside = async (what: string, file: string, list: readonly ZipFile[]) => ({
    what,
    file,
    bytes: await packed(list),
  });
  const changed = (to: Uint8Array<ArrayBuffer>) => files.with(at, { name, bytes: to });
  switch (["flip", "insert", "cut", "remove", "add", "rename", "swap", "raw", "raw", "truncate"][random(10, "what")]) {
    case "flip":
      bytes[spot]! ^= 1 + random(255, "bits");
      // Its hash file is the manifest's own guard: what is changed there shows as the manifest's.
      return inside(`flip ${name}@${spot}`, guarded(name), files);
    case "insert":
      return inside(`insert ${name}@${spot}`, guarded(name), changed(spliced(bytes, spot, [random(256, "byte")], 0)));
    case "cut":
      return inside(`cut ${name}@${spot}`, guarded(name), changed(spliced(bytes, spot, [], 1)));
    case "remove":
      return inside(`remove ${name}`, name, files.toSpliced(at, 1));
    case "add":
      return inside("add", "099-extra.txt", [...files, { name: "099-extra.txt", bytes }]);
    case "rename":
      return inside(`rename ${name}`, name, files.with(at, { name: `${name}.old`, bytes }));
    case "swap": {
      const other = (at + 1 + random(files.length - 1, "other")) % files.length;
      const list = files
        .with(at, { name, bytes: files[other]!.bytes })
        .with(other, { name: files[other]!.name, bytes });
      return inside(`swap ${name} ${files[other]!.name}`, named(name, files[other]!.name), list);
    }
    case "truncate":
      return { what: "truncate", bytes: pack.slice(0, random(pack.length, "length")), file: null };
    default: {
      const raw = new Uint8Array(pack);
      const byte = random(raw.length, "raw");
      raw[byte]! ^= 1 + random(255, "bits");
      return { what: `raw ${byte}`, bytes: raw, file: null };
    }
  }
}

/** Without a readable manifest nothing else can be named. */
const named = (...names: string[]) => (names.some((name) => name.startsWith("manifest")) ? "manifest.json" : names[0]!);
const guarded = (name: string) => (name === "manifest.sha256" ? "manifest.json" : name);
const spliced = (bytes: Uint8Array, at: number, put: number[], cut: number) =>
  Uint8Array.from([...bytes.slice(0, at), ...put, ...bytes.slice(at + cut)]);
