import type { ChildProcess } from "node:child_process";
import readline from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { ROOT } from "./files.ts";
import { spawnNode, stopChild } from "./processes.ts";

export type Line = { service: string; text: string; serious: boolean };

export type ServiceOptions = {
  name: string;
  /** Arguments of Node, from the root of the working copy. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** A worker is started again when it dies; a web server that dies ends the stack. */
  restart: boolean;
  onLine(line: Line): void;
  onGone?(reason: string): void;
};

/** One supervised child process and its successors. */
export class Service {
  #options: ServiceOptions;
  #child: ChildProcess;
  #stopping = false;
  #tail: string[] = [];

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#child = this.#launch(0);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The last lines that it wrote, for the report of its death. */
  get tail(): string {
    return this.#tail.join("\n");
  }

  /** For crash tests: the service comes back by itself if it is one that restarts. */
  kill(signal: NodeJS.Signals) {
    this.#child.kill(signal);
  }

  async stop(graceMs: number) {
    this.#stopping = true;
    await stopChild(this.#child, graceMs);
  }

  #launch(failures: number): ChildProcess {
    const { args, env, name } = this.#options;
    const child = spawnNode(args, { cwd: ROOT, env });
    const began = performance.now();
    this.#read(child.stdout, false);
    this.#read(child.stderr, true);
    child.once("error", (error) => this.#options.onGone?.(`${name} could not start: ${error.message}`));
    child.once("exit", (code, signal) => {
      // A long life forgives earlier failures: the pause grows only while it keeps dying at once.
      const again = performance.now() - began > 60_000 ? 0 : failures;
      void this.#exited(signal ?? `code ${code}`, again);
    });
    return child;
  }

  async #exited(how: string, failures: number) {
    if (this.#stopping) return;
    const { name, onGone, onLine, restart } = this.#options;
    if (!restart) return onGone?.(`${name} ended (${how})`);
    onLine({ service: name, text: `ended (${how}), starting again`, serious: true });
    await sleep(Math.min(500 * 2 ** failures, 30_000));
    if (!this.#stopping) this.#child = this.#launch(failures + 1);
  }

  #read(stream: NodeJS.ReadableStream | null, isError: boolean) {
    if (!stream) return;
    readline.createInterface({ input: stream }).on("line", (text) => {
      this.#tail = [...this.#tail.slice(-39), text];
      this.#options.onLine({
        service: this.#options.name,
        text,
        serious: isError || /"level":"(error|fatal)"/.test(text),
      });
    });
  }
}
