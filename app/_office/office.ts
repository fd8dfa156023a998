import { parseArgs } from "node:util";
import { type Answer, type Call, type Command, WrongCall } from "./command.ts";
import { findCommand, help } from "./registry.ts";

/**
 * The operator's command line. Answers (refusals too) go to stdout, wrong calls to stderr.
 * Exit codes: 0, 1 for a refusal, 2 for a wrong call; an accident is node's own (1 with a stack).
 */
async function main(args: string[]): Promise<number> {
  const found = findCommand(args);
  if (!found) {
    const asked = ["help", "--help", "-h"].includes(args[0] ?? "");
    if (asked) console.log(help());
    else console.error(`${args.length > 0 ? `нет такой команды: ${args[0]}\n\n` : ""}${help()}`);
    return asked ? 0 : 2;
  }
  try {
    const command = await found.entry.load();
    const { call, json } = readCall(command, found.rest);
    return print(await command.run(call), json);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    console.error(`${error.message}\nкак вызвать: ./run office ${found.entry.usage} [--json]`);
    return 2;
  }
}

function readCall(command: Command, args: string[]): { call: Call; json: boolean } {
  try {
    const options = { ...command.options, json: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { json, ...rest } = values;
    return { call: { positionals, values: rest }, json: json === true };
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error));
  }
}

function print({ ok, json, text }: Answer, asJson: boolean): number {
  console.log(asJson ? JSON.stringify(json) : text);
  return ok ? 0 : 1;
}

// Not process.exit(): a pipe must get the whole answer first.
process.exitCode = await main(process.argv.slice(2));
