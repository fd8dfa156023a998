// Adds the platform packages that this registry could not resolve, so that `npm ci` agrees with the lock file everywhere.
// usage: npm install && node scripts/complete-lock.mjs   (idempotent)
import fs from "node:fs";

const file = "package-lock.json",
  lock = JSON.parse(fs.readFileSync(file, "utf8"));
const pk = lock.packages;
let added = 0;
const OS = {
  darwin: "darwin",
  win32: "win32",
  windows: "win32",
  linux: "linux",
  linuxmusl: "linux",
  android: "android",
  freebsd: "freebsd",
  openharmony: "openharmony",
  sunos: "sunos",
  aix: "aix",
};
const CPU = ["x64", "arm64", "arm", "ia32", "ppc64", "s390x", "riscv64", "loong64", "wasm32"];
for (const [at, p] of Object.entries(pk))
  for (const [name, range] of Object.entries(p.optionalDependencies ?? {})) {
    let dir = at,
      found = false; // the same walk as Node's resolution
    for (;;) {
      if (pk[`${dir ? `${dir}/` : ""}node_modules/${name}`]) {
        found = true;
        break;
      }
      if (!dir) break;
      dir = dir.includes("/node_modules/") ? dir.slice(0, dir.lastIndexOf("/node_modules/")) : "";
    }
    if (found) continue;
    const version = range.replace(/^[\^~]/, "");
    if (!/^\d+\.\d+\.\d+/.test(version)) {
      console.warn("skipped", name, range);
      continue;
    }
    const words = name.replace(/^.*\//, "").split("-");
    const os = words.map((w) => OS[w]).find(Boolean);
    const cpu =
      CPU.find((c) => words.includes(c)) ??
      (words.includes("arm") ? "arm" : words.includes("eabi") ? "arm" : undefined);
    if (!os && cpu !== "wasm32") {
      console.warn("not a platform package?", name);
      continue;
    }
    pk[`node_modules/${name}`] = {
      version,
      cpu: [cpu ?? "x64"],
      ...(p.dev ? { dev: true } : {}),
      optional: true,
      ...(words.includes("musl")
        ? { libc: ["musl"] }
        : words.includes("gnu") && os === "linux"
          ? { libc: ["glibc"] }
          : {}),
      ...(os ? { os: [os] } : {}),
    };
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(pk).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log("added", added);
