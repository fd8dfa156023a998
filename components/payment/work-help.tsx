import { Dialog } from "#/components/ui/dialog.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const KEYS = [
  ["j", "next"],
  ["k", "previous"],
  ["Enter", "take"],
  ["1–9", "number"],
  ["s", "split"],
  ["d", "decline"],
  ["u", "undo"],
  ["Ctrl Enter", "send"],
  ["?", "help"],
] as const;

/** Every key of the reconciliation and what it does; the same can be done with a mouse or a finger. */
export function WorkHelp({ locale }: { locale: Locale }) {
  const t = translator(locale, "matching");
  return (
    <div data-help className="max-md:hidden">
      <Dialog open={t("keys.open")} title={t("keys.title")} close={translator(locale, "common")("dialog.close")} small>
        <dl className="keys">
          {KEYS.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`keys.${does}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-muted text-sm">{t("keys.note")}</p>
      </Dialog>
    </div>
  );
}
