import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { pageLocale } from "./_page.ts";

/** A stranger's record and a missing one look alike. */
export default async function NotFound() {
  const t = translator(await pageLocale(), "cabinet");
  return (
    <>
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState
        title={t("notFound.title")}
        action={
          <LinkButton href="/cabinet/contracts" look="secondary">
            {t("notFound.action")}
          </LinkButton>
        }
      >
        {t("notFound.text")}
      </EmptyState>
    </>
  );
}
