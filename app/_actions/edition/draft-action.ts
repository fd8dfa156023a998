import "server-only";

import type { z } from "zod";

import { action } from "../action.ts";
import { type DraftDone, type MoveSpec, takeMove } from "./take-move.ts";

/** A move of a draft as a server action. */
export const draftAction = <Schema extends z.ZodType<{ draftId: string; version: number }>>(spec: MoveSpec<Schema>) =>
  action<Schema, DraftDone>({
    ...{ name: `${spec.move}-edition`, allow: spec.allow, input: spec.input },
    run: (asked) => takeMove(spec, asked),
  });
