import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { RequestState } from "#/lib/privacy/request.ts";

const TONES: Record<RequestState, Tone> = { open: "needs", withdrawn: "neutral", refused: "neutral", done: "done" };

export const requestStatus = (state: RequestState, locale: Locale) => (
  <Status tone={TONES[state]}>{translator(locale, "privacy")(`state.${state}`)}</Status>
);
