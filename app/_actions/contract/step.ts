import "server-only";

import type { z } from "zod";

import { givenAt } from "#/app/_time/now.ts";
import type { Permission } from "#/lib/access/permissions.ts";
import { action } from "../action.ts";
import type { StepDone, StepSpec } from "./spec.ts";
import { takeStep } from "./take-step.ts";

/** A contract step as a server action: who may, what they sent, then the step itself. */
export const contractStep = <Schema extends z.ZodType<{ contractId: string; version: number }>, Facts>(
  allow: Permission,
  input: Schema,
  spec: StepSpec<z.output<Schema>, Facts>,
) =>
  action<Schema, StepDone>({
    name: spec.step,
    allow,
    input,
    run: async ({ tx, actor, origin, now, input: asked }) =>
      takeStep({ tx, actor, origin, given: await givenAt(tx, now) }, spec, asked),
  });
