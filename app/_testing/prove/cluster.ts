import "server-only";

import { once } from "node:events";

type Place = { ownerUrl: string; appUrl: string };
let asked = 0;

/** Asks whoever started this proof to kill its PostgreSQL, to start it again, or to open a cold copy of it elsewhere. */
export async function cluster(what: "kill" | "start" | "copy"): Promise<Place> {
  const id = ++asked;
  if (!process.send) throw new Error("this proof needs a cluster of its own: ./run prove");
  // The leash lets the process end whatever the channel has to say; while we wait it must not.
  process.channel?.ref();
  process.send({ id, do: what });
  try {
    for (;;) {
      const [answer] = (await once(process, "message")) as [Place & { id: number; error?: string }];
      if (answer.id !== id) continue;
      if (answer.error) throw new Error(answer.error);
      return answer;
    }
  } finally {
    process.channel?.unref();
  }
}
