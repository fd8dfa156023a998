/** Says what is being done and how long it took: `database    0.4 s`. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(22)} ${seconds(performance.now() - began)}`);
  return result;
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1).padStart(5)} s`;

/** Rows under their keys, columns aligned; a missing value is an empty cell. */
export function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const keys = [...new Set(rows.flatMap(Object.keys))];
  const cells = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ""))];
  const widths = keys.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

/** A command's last resort: one line for people instead of a stack, and exit code 1. */
export function fail(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
