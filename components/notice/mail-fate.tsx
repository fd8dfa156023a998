import { momentText } from "#/components/ui/date-text.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type Fate = {
  status: "queued" | "retrying" | "accepted" | "rejected" | "bounced" | "failed";
  attempts: number;
  nextAttemptAt: Date;
  quietUntil: Date | null;
  acceptedAt: Date | null;
  serverReply: string | null;
  lastError: string | null;
  bouncedAt: Date | null;
  bounceStatus: string | null;
  bounceText: string | null;
};

const TONE: Record<Fate["status"], Tone> = {
  queued: "running",
  retrying: "needs",
  accepted: "done",
  rejected: "late",
  bounced: "late",
  failed: "late",
};

/** What became of a letter, in a sentence with its moment, and the words of the server beside it. */
export function MailFate({ locale, mail, now }: { locale: Locale; mail: Fate; now: Date }) {
  const t = translator(locale, "notices");
  const { status, acceptedAt, serverReply, lastError, bounceStatus, bounceText } = mail;
  const troubled = status !== "accepted" && status !== "bounced";
  return (
    <span className="grid justify-items-start gap-0.5 text-start">
      <Status tone={TONE[status]}>{sentence(mail, now, locale)}</Status>
      {status === "bounced" && acceptedAt && (
        <span className="text-muted text-sm">{t("mail.acceptedFirst", { time: momentText(acceptedAt) })}</span>
      )}
      {status === "bounced" && (
        <span className="text-muted text-sm [overflow-wrap:anywhere]">
          {t("mail.report", { status: bounceStatus ?? "", text: bounceText ?? "" })}
        </span>
      )}
      {serverReply && (
        <span className="text-muted text-sm [overflow-wrap:anywhere]">{t("mail.reply", { reply: serverReply })}</span>
      )}
      {troubled && lastError && !serverReply && <span className="text-muted text-sm">{lastError}</span>}
    </span>
  );
}

function sentence({ status, attempts, ...at }: Fate, now: Date, locale: Locale): string {
  const t = translator(locale, "notices");
  switch (status) {
    case "queued":
      return at.quietUntil && at.quietUntil > now
        ? t("mail.quiet", { time: momentText(at.quietUntil) })
        : t("mail.queued");
    case "retrying":
      return t("mail.retrying", { attempts, time: momentText(at.nextAttemptAt) });
    case "accepted":
      return t("mail.accepted", { time: at.acceptedAt ? momentText(at.acceptedAt) : "" });
    case "bounced":
      return t("mail.bounced", { time: at.bouncedAt ? momentText(at.bouncedAt) : "" });
    case "rejected":
      return t("mail.rejected");
    case "failed":
      return t("mail.failed", { attempts });
  }
}
