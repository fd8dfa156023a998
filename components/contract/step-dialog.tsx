"use client";

import type { ReactNode } from "react";
import type { z } from "zod";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import type { ButtonLook } from "#/components/ui/button.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Step } from "#/lib/contract/machine.ts";

/** The schemas that the actions parse with, fetched when a form is first touched. */
const SCHEMAS: Partial<Record<Step, () => Promise<z.ZodType>>> = {
  "cancel-order": () => import("#/lib/contract/steps/cancel-order.ts").then((room) => room.cancelInput),
  "confirm-act-received": () =>
    import("#/lib/contract/steps/confirm-act-received.ts").then((room) => room.confirmActReceivedInput),
  "sign-act": () => import("#/lib/contract/steps/sign-act.ts").then((room) => room.signActInput),
  "refuse-act": () => import("#/lib/contract/steps/refuse-act.ts").then((room) => room.refuseActInput),
  "terminate-by-fault": () => import("#/lib/contract/steps/terminate.ts").then((room) => room.terminateByFaultInput),
  "terminate-early": () => import("#/lib/contract/steps/terminate.ts").then((room) => room.terminateEarlyInput),
  "request-assignment": () =>
    import("#/lib/contract/steps/request-assignment.ts").then((room) => room.requestAssignmentInput),
};

type Props = {
  step: Step;
  action: Action<unknown>;
  contractId: string;
  /** The version that the reader saw: somebody else's step in between is told, not overwritten. */
  version: number;
  words: { open: string; title: string; submit: string; close: string };
  look?: ButtonLook;
  submitLook?: ButtonLook;
  children?: ReactNode;
};

/** A button of the contract's page and the form it opens: what follows is said before the press that does it. */
export function StepDialog({ step, action, contractId, version, words, look, submitLook, children }: Props) {
  return (
    <Dialog open={words.open} title={words.title} close={words.close} look={look}>
      <Form
        action={action}
        schema={SCHEMAS[step]}
        draftKey={`${step}:${contractId}`}
        label={words.title}
        onDone={(_, form) => form.closest("dialog")?.close()}
      >
        <input type="hidden" name="contractId" value={contractId} />
        <input type="hidden" name="version" value={version} />
        {children}
        <SubmitButton look={submitLook}>{words.submit}</SubmitButton>
      </Form>
    </Dialog>
  );
}
