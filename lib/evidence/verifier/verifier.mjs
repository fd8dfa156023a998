// Verifier of evidence packs. One file without imports: the command line loads it, and verify.html carries it whole, so that
// a stranger without network reads and runs the very same code. SHA-256 is written out, because a page opened from a disk
// has no WebCrypto in some browsers. Shares nothing with the code that writes the log: the tests hold the two together.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const GENESIS = "0".repeat(64);

/**
 * The archive's bytes → `{ ok, entries, files, repacked, head, seal, problems }`; a problem is `{ file, event, what }`.
 * `repacked`: not byte for byte as the shop wrote it, although the files inside may be.
 */
export async function verifyPack(bytes) {
  const zip = await readZip(bytes);
  const found = verifyFiles(zip.files, zip.problems);
  return { ...found, repacked: !zip.original };
}

/** The unpacked files, `Map` of name → bytes. */
export function verifyFiles(files, before = []) {
  const problems = [...before];
  const tell = (file, event, what) => problems.push({ file, event, what });
  const none = { ok: false, entries: 0, files: files.size, head: null, seal: null, problems };

  const manifestBytes = files.get("manifest.json");
  if (!manifestBytes) {
    tell("manifest.json", null, "file-missing");
    return none;
  }
  const sum = files.get("manifest.sha256");
  if (!sum) tell("manifest.sha256", null, "file-missing");
  else if (sha256(sum) !== sha256(`${sha256(manifestBytes)}  manifest.json\n`)) tell("manifest.json", null, "manifest");
  const manifest = json(manifestBytes);
  if (!Array.isArray(manifest?.files)) {
    tell("manifest.json", null, "manifest");
    return none;
  }

  const hashes = new Set();
  const known = new Set(["manifest.json", "manifest.sha256"]);
  for (const { name, size, sha256: wanted } of manifest.files) {
    known.add(name);
    const content = files.get(name);
    if (!content) tell(name, null, "file-missing");
    else {
      const hash = sha256(content);
      hashes.add(hash);
      if (hash !== wanted || content.length !== size) tell(name, null, "file-altered");
    }
  }
  for (const name of files.keys()) if (!known.has(name)) tell(name, null, "file-unknown");

  const nameOf = (kind) => manifest.files.find((one) => one.kind === kind)?.name ?? "manifest.json";
  const logName = nameOf("events");
  const sealsName = nameOf("seals");
  const entries = json(files.get(logName))?.entries;
  const sealed = json(files.get(sealsName));
  if (!Array.isArray(entries)) {
    tell(logName, null, "file-altered");
    return none;
  }
  if (!Array.isArray(sealed?.seals)) {
    tell(sealsName, null, "file-altered");
    return none;
  }

  const log = { name: logName, entries, chain: manifest.chain, hashes };
  try {
    const found = verifyLog(log, { ...sealed, name: sealsName }, tell);
    return { ...none, ...found, ok: problems.length === 0 };
  } catch {
    // Not even of the shape of a log.
    tell(logName, null, "file-altered");
    return none;
  }
}

function verifyLog({ name, entries, chain, hashes }, sealed, tell) {
  const heads = verifyEntries(entries, (event, what) => tell(name, event, what));
  const head = heads.get(chain?.name) ?? { seq: 0, hash: GENESIS };
  // Entries cut off the end leave a chain that is right in itself: the manifest remembers how long it was.
  if (head.seq !== chain?.entries) tell(name, `${chain?.name}#${head.seq + 1}`, "gap");
  else if (head.hash !== chain?.head) tell(name, `${chain?.name}#${head.seq}`, "hash");
  for (const entry of entries)
    for (const hash of hashesIn(entry.data)) if (!hashes.has(hash)) tell(name, eventOf(entry), "unanchored");
  verifySeals(sealed, entries, (event, what) => tell(sealed.name, event, what));
  const seal = sealed.seals.at(-1);
  return { entries: entries.length, head: head.hash, seal: seal ? brief(seal) : null };
}

const brief = ({ seq, day, root }) => ({ seq, day, root });
const eventOf = ({ chain, seq }) => `${chain}#${seq}`;

/** Every entry in its chain; returns the last number and hash of each. */
function verifyEntries(entries, tell) {
  const heads = new Map();
  const erasures = new Set(entries.filter(isErasure).map(({ data }) => `${data.userId} ${erasedWords(data.erasedOn)}`));
  let lastId = 0;
  for (const entry of entries) {
    const last = heads.get(entry.chain) ?? { seq: 0, hash: GENESIS };
    if (!(entry.id > lastId)) tell(eventOf(entry), "order");
    lastId = entry.id;
    if (entry.seq !== last.seq + 1) tell(`${entry.chain}#${Math.min(entry.seq, last.seq + 1)}`, "gap");
    else if (entry.prevHash !== last.hash) tell(eventOf(entry), "prev");
    if (entryHash(entry) !== entry.hash) tell(eventOf(entry), "hash");
    for (const [field, hash] of Object.entries(PERSONAL)) {
      const value = entry[field] ?? null;
      const salt = entry.salts?.[field];
      if (field === "actorName" && !salt && entry[hash]) {
        // No name: this person was erased on request. The hash stays and breaks nothing, and the log says who erased whom.
        if (!erasures.has(`${entry.actorId} ${value}`)) tell(eventOf(entry), "unfounded");
        continue;
      }
      // Kept back, or erased with the name.
      if (value === null || value === "") continue;
      if (!salt || sha256(`${salt}:${value}`) !== entry[hash]) tell(eventOf(entry), "personal");
    }
    heads.set(entry.chain, { seq: entry.seq, hash: entry.hash });
  }
  return heads;
}

const isErasure = ({ chain, step }) => step === "erase-personal-data" && String(chain).startsWith("privacy:");
const erasedWords = (day) => `стёрто по запросу ${String(day).split("-").reverse().join(".")}`;
const PERSONAL = { actorName: "actorNameHash", address: "addressHash", browser: "browserHash" };
const HASHED =
  "chain seq partyId contractId at actorKind actorId onBehalfOf step clause reason data actorNameHash addressHash browserHash";

function entryHash(entry) {
  return sha256(`${entry.prevHash}\n${canonicalJson(pick(entry, HASHED))}`);
}

/** The seals as a chain, and each entry's way into the seal of its day. */
function verifySeals({ seals, proofs = [], unsealed = [] }, entries, tell) {
  const name = ({ day, seq }) => `seal:${day}#${seq}`;
  let last = null;
  for (const seal of seals) {
    if (last ? seal.seq !== last.seq + 1 : !(seal.seq >= 1)) tell(name(seal), "seal-gap");
    else if (last ? seal.prevRoot !== last.root : seal.seq === 1 && seal.prevRoot !== GENESIS)
      tell(name(seal), "seal-prev");
    const facts = canonicalJson(pick(seal, "seq kind day entries firstId lastId merkle sealedAt"));
    if (sha256(`${seal.prevRoot}\n${facts}`) !== seal.root) tell(name(seal), "seal-hash");
    last = seal;
  }
  const proofOf = new Map(proofs.map((proof) => [proof.id, proof]));
  const open = new Set(unsealed);
  for (const entry of entries) {
    const proof = proofOf.get(entry.id);
    // What is younger than the newest seal cannot have a way into it yet.
    if (!proof && open.has(entry.id) && !(entry.id <= (last?.lastId ?? 0))) continue;
    const seal = proof && seals.find(({ seq }) => seq === proof.seal);
    const leaf = sha256(`0:${entry.id}:${entry.hash}`);
    const up = (at, { side, hash }) => sha256(side === "left" ? `1:${hash}:${at}` : `1:${at}:${hash}`);
    if (!seal || proof.path.reduce(up, leaf) !== seal.merkle) tell(eventOf(entry), "path");
  }
}

/** Every "sha256" that an event names, however deep. */
function hashesIn(value) {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "sha256" && typeof inner === "string" ? [inner] : hashesIn(inner),
  );
}

const pick = (from, names) => Object.fromEntries(names.split(" ").map((name) => [name, from[name] ?? null]));
const text = (bytes) => decoder.decode(bytes);

function json(bytes) {
  try {
    return bytes ? JSON.parse(text(bytes)) : null;
  } catch {
    return null;
  }
}

/** JSON with sorted keys and no spaces: one text for one meaning. */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
    .join(",")}}`;
}

const CORRUPT = Symbol("corrupt");

/** Files of a ZIP in the order of their bytes. `original`: every byte of the container is where the shop puts it. */
export async function readZip(bytes) {
  const files = new Map();
  const problems = [];
  const corrupt = (file) => problems.push({ file, event: null, what: "container" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) {
    corrupt(null);
    return { files, problems, original: false };
  }
  let original = end === bytes.length - 22;
  let expected = 0;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  try {
    let at = start;
    for (let n = 0; n < count; n++) {
      const entry = centralEntry(view, bytes, at);
      if (entry === CORRUPT) {
        corrupt(null);
        return { files, problems, original: false };
      }
      at = entry.next;
      if (files.has(entry.name)) corrupt(entry.name);
      const local = localEntry(view, bytes, entry);
      const content = local === CORRUPT ? null : await contentOf(entry, bytes, local.start);
      if (!content) {
        corrupt(entry.name);
        continue;
      }
      files.set(entry.name, content);
      original &&= entry.plain && local.same && entry.offset === expected;
      expected = local.start + entry.packed;
    }
    original &&= start === expected && at === end && plainEnd(view, end, at - start);
  } catch {
    corrupt(null);
    original = false;
  }
  return { files, problems, original };
}

function findEnd(view) {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

function plainEnd(view, at, size) {
  const u16 = (from) => view.getUint16(at + from, true);
  const zeros = u16(4) === 0 && u16(6) === 0 && u16(20) === 0;
  return zeros && u16(8) === u16(10) && view.getUint32(at + 12, true) === size;
}

function centralEntry(view, bytes, at) {
  if (view.getUint32(at, true) !== 0x02014b50) return CORRUPT;
  const u16 = (from) => view.getUint16(at + from, true);
  const u32 = (from) => view.getUint32(at + from, true);
  const next = at + 46 + u16(28) + u16(30) + u16(32);
  const name = text(bytes.subarray(at + 46, at + 46 + u16(28)));
  const fixed =
    u16(4) === 20 && u16(6) === 20 && u16(8) === 0x0800 && u16(10) === 0 && u16(12) === 0 && u16(14) === 0x21;
  const bare = u16(30) === 0 && u16(32) === 0 && u16(34) === 0 && u16(36) === 0 && u32(38) === 0;
  const plain = fixed && bare && u32(20) === u32(24);
  return { at, name, next, plain, method: u16(10), packed: u32(20), size: u32(24), offset: u32(42) };
}

/** Where the content begins; `same`: the local header repeats the central one to the byte. */
function localEntry(view, bytes, { at, name, offset }) {
  if (view.getUint32(offset, true) !== 0x04034b50) return CORRUPT;
  const nameSize = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameSize + view.getUint16(offset + 28, true);
  let same = view.getUint16(offset + 28, true) === 0;
  for (let n = 0; n < 26; n++) same &&= bytes[offset + 4 + n] === bytes[at + 6 + n];
  return { start, same: same && nameSize === encoder.encode(name).length && sameName(bytes, offset, name) };
}

const sameName = (bytes, offset, name) => encoder.encode(name).every((byte, n) => byte === bytes[offset + 30 + n]);

async function contentOf({ method, packed, size }, bytes, start) {
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) return null;
  if (method === 0) return content.length === size ? content : null;
  if (method !== 8) return null;
  // Somebody unpacked it and packed it again with another program: what is inside counts.
  try {
    const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const inflated = new Uint8Array(await new Response(stream).arrayBuffer());
    return inflated.length === size ? inflated : null;
  } catch {
    return null;
  }
}

/** FIPS 180-4, of bytes or of a text in UTF-8; hex. */
export function sha256(message) {
  const bytes = typeof message === "string" ? encoder.encode(message) : message;
  const state = Int32Array.of(...ROOTS_OF_PRIMES);
  const words = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) block(state, words, bytes, at);
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);
  for (let at = 0; at < tail.length; at += 64) block(state, words, tail, at);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function block(state, w, bytes, at) {
  for (let i = 0; i < 16; i++) {
    const from = at + i * 4;
    w[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + FRACTIONS[i] + w[i]) | 0;
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

const turn = (word, by) => (word >>> by) | (word << (32 - by));

/** The constants of the standard: fractions of the square and cube roots of the first primes. */
const PRIMES = firstPrimes(64);
const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const ROOTS_OF_PRIMES = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const FRACTIONS = Int32Array.from(PRIMES.map((prime) => fraction(Math.cbrt(prime))));

function firstPrimes(count) {
  const primes = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
