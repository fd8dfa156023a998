import type { ParseArgsConfig } from "node:util";

export type Options = NonNullable<ParseArgsConfig["options"]>;

/** What was typed after the command's name, `--json` taken off. */
export type Call = {
  positionals: string[];
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
};

/** `json` goes to programs (`--json`), `text` to people. A refusal (`ok: false`) is an answer too: it exits with 1. */
export type Answer = { ok: boolean; json: Record<string, unknown>; text: string };

export type Command = { options?: Options; run: (call: Call) => Answer | Promise<Answer> };

/** The call itself is wrong (no argument, no such date): the usage is printed, exit code 2. */
export class WrongCall extends Error {}

/** All positionals as one text, so that a number pasted with spaces needs no quotes. */
export function onlyText({ positionals }: Call, what: string): string {
  if (positionals.length === 0) throw new WrongCall(`не указано: ${what}`);
  return positionals.join(" ");
}
