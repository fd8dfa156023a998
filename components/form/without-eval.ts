/**
 * zod tries `new Function` for speed when its schemas are made; our policy forbids it and every browser reports the attempt.
 * Its settings are a global that is read as it loads, so this is said before the first schema is fetched.
 */
export function withoutEval() {
  const place = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
  place.__zod_globalConfig = Object.assign(place.__zod_globalConfig ?? {}, { jitless: true });
}
