import type { Tone } from "#/components/ui/tone.tsx";
import type { MailRow } from "#/db/queries/mails.ts";

export const MAIL_TONES: Record<MailRow["status"], Tone> = {
  queued: "running",
  accepted: "done",
  retrying: "needs",
  rejected: "late",
  bounced: "late",
  failed: "late",
};
