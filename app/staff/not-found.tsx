import { requestLocale } from "#/app/_auth/request-locale.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { translator } from "#/lib/messages/messages.ts";

export default async function NotFound() {
  const t = translator(await requestLocale(), "staff");
  return (
    <>
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState title={t("notFound.title")} action={<LinkButton href="/staff">{t("notFound.back")}</LinkButton>}>
        {t("notFound.text")}
      </EmptyState>
    </>
  );
}
