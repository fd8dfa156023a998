"use client";

import { RadioGroup } from "#/components/form/choice.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { PeopleWords } from "./people-words.ts";

type Props = {
  kind: "role" | "remove";
  action: Action<unknown>;
  member: { id: string; name: string; role: string };
  words: PeopleWords;
};

/** Changes a role or takes a person out; the dialog names whom. */
export function MemberDialog({ kind, action, member, words }: Props) {
  const open = kind === "role" ? words.changeRole : words.remove;
  return (
    <Dialog
      small
      look={kind === "role" ? "secondary" : "quiet"}
      open={
        <>
          {open}
          <span className="sr-only">: {member.name}</span>
        </>
      }
      title={`${open}: ${member.name}`}
      close={words.close}
    >
      <Form action={action} label={open} onDone={(_, form) => form.closest("dialog")?.close()}>
        <input type="hidden" name="memberId" value={member.id} />
        {kind === "role" ? (
          <RadioGroup name="role" label={words.role} hideLabel choices={words.roles} defaultValue={member.role} />
        ) : (
          <p>{words.removeText}</p>
        )}
        <SubmitButton look={kind === "role" ? "primary" : "danger"}>
          {kind === "role" ? words.saveRole : words.removeSubmit}
        </SubmitButton>
      </Form>
    </Dialog>
  );
}
