import type { EditionBindings } from "#/lib/editions/bindings.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  offerHref: string;
  bindings: Pick<EditionBindings, "answerCalendarDays" | "deemedWorkingDays">;
};

/** What people fear to have missed, answered in a sentence or two with the clause that says it. */
export function Questions({ locale, offerHref, bindings }: Props) {
  const t = translator(locale, "public");
  const asked = [
    { clause: "3.2", question: t("questions.acceptance"), answer: t("questions.acceptanceText") },
    {
      clause: "3.8",
      question: t("questions.silence"),
      answer: t("questions.silenceText", { answer: bindings.answerCalendarDays, days: bindings.deemedWorkingDays }),
    },
    { clause: "6.1", question: t("questions.renewal"), answer: t("questions.renewalText") },
  ];
  return (
    <div className="grid gap-8 lg:grid-cols-3">
      {asked.map(({ clause, question, answer }) => (
        <section key={clause}>
          <h3>{question}</h3>
          <p className="mt-2">{answer}</p>
          <p className="mt-2 text-sm">
            <a className="link" href={`${offerHref}#${clause}`}>
              {translator(locale, "common")("clause", { clause })}
            </a>
          </p>
        </section>
      ))}
    </div>
  );
}
