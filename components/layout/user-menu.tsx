import { Icon } from "#/components/ui/icon.tsx";
import { Link } from "#/components/ui/link.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Drop } from "./drop.tsx";
import { type FormAction, LanguageSwitch } from "./language-switch.tsx";

export type Person = { name: string; email: string; accountHref: string };
export type PersonActions = { signOut: FormAction; setLocale: FormAction };

/** Who is signed in, the account, the language, the way out. */
export function UserMenu({ locale, person, signOut, setLocale }: { locale: Locale; person: Person } & PersonActions) {
  const t = translator(locale, "layout");
  return (
    <Drop
      label={`${t("user.menu")}: ${person.name}`}
      summary={
        <>
          <Icon name="user" />
          <span className="max-sm:sr-only">{person.name}</span>
        </>
      }
    >
      <div className="who">
        {person.name}
        <br />
        {person.email}
      </div>
      <Link href={person.accountHref}>
        <Icon name="shield-check" /> {t("user.account")}
      </Link>
      <form action={signOut}>
        <button type="submit">
          <Icon name="log-out" /> {t("user.signOut")}
        </button>
      </form>
      <LanguageSwitch locale={locale} setLocale={setLocale} />
    </Drop>
  );
}
