import { MomentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The movable clock of a demonstration, always in sight; says whether "now" is the real one. */
export function ClockStrip({ locale, now, moved }: { locale: Locale; now: Date; moved: boolean }) {
  const t = translator(locale, "staff");
  return (
    <>
      <MomentText at={now} />, {t(moved ? "clock.moved" : "clock.real")} ·{" "}
      <Link href="/staff/clock" className="link">
        {t("clock.move")}
      </Link>
    </>
  );
}
