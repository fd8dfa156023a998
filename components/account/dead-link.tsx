import { LinkButton } from "#/components/ui/button.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** What to do with a link that no longer works. */
export function DeadLink({ locale, again }: { locale: Locale; again: "reset" | "signUp" | "invitation" }) {
  const t = translator(locale, "auth");
  return (
    <>
      <h1>{t("dead.title")}</h1>
      <p className="mt-4">{t("dead.text")}</p>
      {again === "invitation" && <p className="mt-2">{t("dead.invitation")}</p>}
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/sign-in">{t("dead.signIn")}</LinkButton>
        {again === "reset" && (
          <LinkButton href="/reset" look="secondary">
            {t("dead.reset")}
          </LinkButton>
        )}
        {again === "signUp" && (
          <LinkButton href="/sign-up" look="secondary">
            {t("dead.signUp")}
          </LinkButton>
        )}
      </div>
    </>
  );
}
