"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { z } from "zod";
import { RadioGroup } from "#/components/form/choice.tsx";
import { readDraft } from "#/components/form/draft.ts";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { PartyKind, Requisites } from "#/lib/requisites/requisites.ts";
import { RequisitesFields } from "./requisites-fields.tsx";
import type { RequisitesWords } from "./requisites-words.ts";

const SCHEMAS: Record<"register" | "update", () => Promise<z.ZodType>> = {
  register: () => import("#/lib/contract/steps/register-party.ts").then((room) => room.registerPartyInput),
  update: () => import("#/lib/contract/steps/update-requisites.ts").then((room) => room.updateRequisitesInput),
};

type Props = {
  purpose: "register" | "update";
  action: Action<unknown>;
  words: RequisitesWords;
  doneHref: string;
  submit: string;
  /** Where drafts of several parties must not be taken for each other. */
  draft?: string;
  /** What is known already; an update cannot change the kind. */
  initial?: Requisites;
  /** Before the fields (date of change) and after them (confirmation). */
  before?: ReactNode;
  after?: ReactNode;
};

const KINDS: readonly PartyKind[] = ["legalEntity", "soleProprietor", "individual"];

/** Who first, then only the fields of that kind. Who is no resident is told so with the clause (1.2) and asked nothing more. */
export function RequisitesForm(props: Props) {
  const { purpose, action, words, doneHref, submit, draft, initial, before, after } = props;
  const [kind, setKind] = useState<PartyKind | null>(initial?.kind ?? null);
  const [resident, setResident] = useState(initial ? "true" : "");
  const [ready, setReady] = useState(false);
  const draftKey = draft ?? `requisites:${purpose}`;

  // The fields of the kind must be drawn before the draft can be put back into them, or be overwritten without them.
  useEffect(() => {
    setReady(true);
    const kept = new Map(readDraft(draftKey));
    const chosen = KINDS.find((one) => one === kept.get("requisites.kind"));
    if (!chosen || initial) return;
    setKind(chosen);
    setResident(kept.get("requisites.resident") ?? "");
  }, [draftKey, initial]);

  return (
    <Form
      action={action}
      schema={SCHEMAS[purpose]}
      draftKey={ready ? draftKey : undefined}
      doneHref={doneHref}
      label={submit}
    >
      {before}
      {initial ? (
        <>
          <input type="hidden" name="requisites.kind" value={initial.kind} />
          <input type="hidden" name="requisites.resident" value="true" />
        </>
      ) : (
        <>
          <RadioGroup
            cards
            name="requisites.kind"
            label={words.kind}
            choices={KINDS.map((value) => ({ value, title: words.kinds[value], note: words.kindNotes[value] }))}
            defaultValue={kind ?? undefined}
            onChoose={(value) => setKind(value as PartyKind)}
          />
          <RadioGroup
            name="requisites.resident"
            label={words.resident}
            choices={[
              { value: "true", title: words.residentYes },
              { value: "no", title: words.residentNo },
            ]}
            defaultValue={resident || undefined}
            onChoose={setResident}
          />
        </>
      )}
      {resident === "no" && (
        <Notice tone="late" title={words.notResident} announce>
          <p>{words.notResidentText}</p>
          <p>
            <a className="link" href="/documents/license-bitrix24-market#1.2" target="_blank" rel="noopener">
              {words.clause}
            </a>
          </p>
        </Notice>
      )}
      {kind && resident === "true" && (
        <>
          <RequisitesFields key={kind} kind={kind} words={words} initial={initial} />
          {after}
          <div>
            <SubmitButton>{submit}</SubmitButton>
          </div>
        </>
      )}
    </Form>
  );
}
