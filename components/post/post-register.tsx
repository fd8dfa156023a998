"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { formText } from "#/components/form/form-text.ts";
import { newRequestKey } from "#/components/form/request-key.ts";
import { DateInput, Textarea } from "#/components/form/text-input.tsx";
import { Button } from "#/components/ui/button.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Action, Refusal } from "#/lib/action-result.ts";
import { loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { readTrackingLines, type TrackingLine, type TrackingTrouble } from "#/lib/post/tracking.ts";

export type PostAct = { contractId: string; version: number; number: string; party: string };
type Word =
  | "lines"
  | "linesHint"
  | "sentOn"
  | "check"
  | "preview"
  | "send"
  | "tracking"
  | "act"
  | "party"
  | "state"
  | "willSend"
  | "sent"
  | "nothing";
type Props = {
  acts: PostAct[];
  action: Action<unknown>;
  today: string;
  words: Record<Word, string>;
  troubles: Record<TrackingTrouble, string>;
};

type Row = TrackingLine & { act?: PostAct; key: string; done: boolean; problem: string | null };

/** Pasted numbers → a preview → send-act for each, every one a call and a transaction of its own with its own answer beside it. */
export function PostRegister({ acts, action, today, words, troubles }: Props) {
  const router = useRouter();
  const [rows, setRows] = useState<Row[] | null>(null);
  const [sentOn, setSentOn] = useState(today);
  const [pending, startTransition] = useTransition();

  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSentOn(formText(form, "sentOn"));
    const lines = readTrackingLines(formText(form, "lines"), new Set(acts.map(({ number }) => number)));
    setRows(
      lines.map((line) => ({
        ...line,
        act: acts.find(({ number }) => number === line.number),
        key: newRequestKey(),
        done: false,
        problem: line.trouble && troubles[line.trouble],
      })),
    );
  };

  const send = () =>
    startTransition(async () => {
      const say = await loadErrorWords(localeOr(document.documentElement.lang));
      for (const row of rows ?? []) {
        if (row.trouble || row.done || !row.act) continue;
        const { contractId, version } = row.act;
        const input = { contractId, version, channel: "post", sentOn, trackingNumber: row.tracking };
        const problem = await action({ key: row.key, input }).then(
          (result) => (result.ok ? null : wordsOf(say, result.error)),
          () => say("form.network"),
        );
        setRows((now) => now?.map((one) => (one.key === row.key ? { ...one, done: !problem, problem } : one)) ?? null);
      }
      router.refresh();
    });

  const ready = rows?.filter(({ trouble, done }) => !trouble && !done) ?? [];
  return (
    <div className="grid gap-6">
      <form className="form" onSubmit={check} aria-label={words.lines}>
        <Textarea name="lines" label={words.lines} hint={words.linesHint} rows={6} spellCheck={false} />
        <DateInput name="sentOn" label={words.sentOn} defaultValue={today} />
        <Button type="submit" look="secondary">
          {words.check}
        </Button>
      </form>
      {rows && (
        <section className="grid gap-3" aria-live="polite">
          <h3>{words.preview}</h3>
          {rows.length === 0 ? (
            <p className="text-muted">{words.nothing}</p>
          ) : (
            <Table
              caption={words.preview}
              rows={rows}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: "act",
                  head: words.act,
                  rowHead: true,
                  cell: ({ number }) => <span className="num">{number}</span>,
                },
                { key: "party", head: words.party, cell: ({ act }) => act?.party ?? "—" },
                {
                  key: "tracking",
                  head: words.tracking,
                  cell: ({ tracking }) => <span className="num">{tracking}</span>,
                },
                {
                  key: "state",
                  head: words.state,
                  cell: ({ done, problem }) => (
                    <Status tone={problem ? "late" : done ? "done" : "running"}>
                      {problem ?? (done ? words.sent : words.willSend)}
                    </Status>
                  ),
                },
              ]}
            />
          )}
          {ready.length > 0 && (
            <p>
              <Button onClick={send} disabled={pending}>
                {words.send} ({ready.length})
              </Button>
            </p>
          )}
        </section>
      )}
    </div>
  );
}

const wordsOf = (
  say: Awaited<ReturnType<typeof loadErrorWords>>,
  error: Refusal & { fields?: Record<string, Refusal> },
) => {
  const [field] = Object.values(error.fields ?? {});
  return field ? say(field.code, field.params) : say(error.code, error.params);
};
