import type { ReactNode } from "react";
import { Notice } from "#/components/ui/notice.tsx";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";
import type { StackState } from "#/lib/scans/stack.ts";

type Props = {
  locale: Locale;
  stack: { state: StackState; pages: number | null; code: string | null };
  progress: { read: number; filed: number };
  acts: number;
  waiting: number;
  children?: ReactNode;
};

/** How far a stack is, in a sentence, with what may be done with it now. */
export function StackNotice({ locale, stack, progress, acts, waiting, children }: Props) {
  const t = translator(locale, "edi");
  const { state, pages } = stack;
  const said = {
    reading: {
      tone: "running",
      title: pages === null ? t("stack.counting") : t("stack.reading", { read: progress.read, pages }),
      text: t("stack.readingText"),
    },
    ready: { tone: "needs", title: t("stack.ready"), text: t("stack.readyText", { acts, waiting }) },
    filing: { tone: "running", title: t("stack.filing", { filed: progress.filed }), text: t("stack.readingText") },
    filed: { tone: waiting > 0 ? "needs" : "done", title: t("stack.filed"), text: t("stack.filedText", { waiting }) },
    cancelled: { tone: "neutral", title: t("stack.cancelled"), text: t("stack.cancelledText") },
    broken: { tone: "late", title: t("stack.broken"), text: errorWords(locale)(stack.code ?? "") },
  } as const;
  const { tone, title, text } = said[state];
  return (
    <Notice tone={tone} title={title} announce>
      <p>{text}</p>
      {children && <div className="mt-3 flex flex-wrap gap-2">{children}</div>}
    </Notice>
  );
}
