// Mends postgres.js 3.4.9 after installation: a backend that dies between two writes leaves a timer which writes to a null
// socket, and nobody can catch that, so the whole process goes down with one killed connection (upstream issues 1154 and 1208;
// decision 009). Idempotent; a version that does not look like the one it knows stops the installation, so that it is looked at.
// usage: node scripts/mend-postgres.mjs
import { readFileSync, writeFileSync } from "node:fs";

const MENDS = [
  [
    "  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)\n",
    "  function nextWrite(fn) {\n    if (socket === null) {\n      chunk = nextWriteTimer = null\n      error(Errors.connection('CONNECTION_CLOSED', options, socket))\n      return false\n    }\n    const x = socket.write(chunk, fn)\n",
  ],
  ["    socket = null\n\n    if (initial)", "    socket = chunk = nextWriteTimer = null\n\n    if (initial)"],
];

for (const file of ["src/connection.js", "cjs/src/connection.js"]) {
  const path = new URL(`../node_modules/postgres/${file}`, import.meta.url);
  let text = readFileSync(path, "utf8");
  for (const [broken, mended] of MENDS) {
    if (text.includes(mended)) continue;
    if (!text.includes(broken))
      throw new Error(`postgres/${file} is not the version that scripts/mend-postgres.mjs knows`);
    text = text.replace(broken, mended);
  }
  writeFileSync(path, text);
}
