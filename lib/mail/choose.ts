import { z } from "zod";

import type { CustomerRole } from "#/lib/access/actor.ts";
import { cellOf, NO_CHOICES, type QuietHours } from "./choices.ts";
import { CHANNELS, type Channel, KIND_NAMES, type Kind } from "./kinds.ts";

/** The cells of a member's matrix that are not as the role has them. */
export type Cells = { kind: Kind; channel: Channel; chosen: boolean }[];

const time = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "notices.time")
  .transform((text) => {
    const [hours, minutes] = text.split(":").map(Number) as [number, number];
    return hours * 60 + minutes;
  });
const tick = z
  .string()
  .optional()
  .transform((value) => value === "true");

/** The form of choices: a ticked box for each cell that is on, and the quiet hours as "21:00". */
export const chooseNoticesInput = z
  .object({
    cells: z.array(z.string()).max(200).default([]),
    quiet: tick,
    from: time,
    to: time,
    daysOff: tick,
  })
  .refine(({ quiet, from, to }) => !quiet || from !== to, { path: ["to"], error: "notices.no_hours" });
export type ChooseNotices = z.output<typeof chooseNoticesInput>;

/**
 * What to store of a form. A locked cell is passed over whatever the form says, and a name that is no cell means nothing: the
 * matrix is walked, not the form.
 */
export function chosenCells({ cells }: ChooseNotices, role: CustomerRole): Cells {
  const ticked = new Set(cells);
  return KIND_NAMES.flatMap((kind) =>
    CHANNELS.flatMap((channel) => {
      const cell = cellOf(kind, channel, role, NO_CHOICES);
      const chosen = ticked.has(`${kind}:${channel}`);
      return cell.locked || cell.on === chosen ? [] : [{ kind, channel, chosen }];
    }),
  );
}

export const chosenHours = ({ quiet, from, to, daysOff }: ChooseNotices): QuietHours =>
  quiet ? { from, to, daysOff } : { from: null, to: null, daysOff };
