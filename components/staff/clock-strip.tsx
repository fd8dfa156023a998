import { type Locale, translator } from "#/lib/messages/messages.ts";
import { MomentText } from "../ui/date-text.tsx";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";

/** The movable clock of a demonstration, always in sight; says when "now" is not the real one. */
export function ClockStrip({ locale, now, moved }: { locale: Locale; now: Date; moved: boolean }) {
  const t = translator(locale, "staff");
  return (
    <Link href="/staff/clock" className={moved ? "clock-strip" : "clock-strip still"}>
      <span className="inline-flex items-center gap-1.5">
        <Icon name="clock" />
        <span className={moved ? undefined : "sr-only"}>{moved ? t("clock.moved") : t("clock.title")}</span>
      </span>
      <span className="max-sm:sr-only">
        <MomentText at={now} />
      </span>
    </Link>
  );
}
