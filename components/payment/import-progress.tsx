import { Button } from "#/components/ui/button.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import type { ImportStage } from "./run-import.ts";

type Props = {
  stage: ImportStage;
  words: Record<"read" | "keep" | "cancel", string>;
  onCancel: () => void;
};

/** Reading is the smaller part of the whole. */
const READ = 0.2;

/** How far an import is, in words and as a bar, with the way out. */
export function ImportProgress({ stage: { phase, share }, words, onCancel }: Props) {
  const done = phase === "read" ? READ * share : READ + (1 - READ) * share;
  return (
    <div className="grid gap-3">
      <p aria-live="polite">{words[phase]}</p>
      <ProgressBar value={done} label={words[phase]} />
      <div>
        <Button look="secondary" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
