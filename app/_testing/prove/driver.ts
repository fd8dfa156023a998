import "server-only";

import { connect, type Db } from "#/db/client.ts";

/**
 * A pool that dies as a process would. postgres.js 3.4.9 answers a connection that breaks inside a transaction with a write to
 * the socket that is gone, from a timer, where nobody can catch it (porsager/postgres #1154, #1208): the process ends, and
 * whoever started it starts it again. Here such a death drops every connection and all work in hand, and a new pool opens.
 */
export class MortalPool {
  deaths = 0;
  readonly #open: () => ReturnType<typeof connect>;
  #pool: ReturnType<typeof connect>;
  #life = Promise.withResolvers<never>();
  readonly #onCrash = (error: Error) => {
    // What a dead pool still has to say.
    if (/CONNECTION_/.test(error.message)) return;
    if (!/nextWrite|terminating connection/.test(error.stack ?? "")) {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    }
    this.deaths++;
    this.#renew();
  };

  constructor(url: string, max: number) {
    this.#open = () => connect(url, { max });
    this.#pool = this.#open();
    this.#life.promise.catch(() => {});
    process.on("uncaughtException", this.#onCrash);
  }

  /** Rejects when the work fails, and when the process would have died under it: its outcome is then unknown. */
  async run<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const done = work(this.#pool.db);
    // Work of a dead process may still fail later; nobody is left to hear it.
    done.catch(() => {});
    return Promise.race([done, this.#life.promise]);
  }

  #renew() {
    const [dead, life] = [this.#pool, this.#life];
    this.#pool = this.#open();
    this.#life = Promise.withResolvers<never>();
    this.#life.promise.catch(() => {});
    void dead.client.end({ timeout: 0 }).catch(() => {});
    life.reject(new Error("the process died"));
  }

  async close() {
    await this.#pool.client.end({ timeout: 1 }).catch(() => {});
    process.off("uncaughtException", this.#onCrash);
  }
}
