import type { Metadata } from "next";
import { headers } from "next/headers";

import { Sign } from "#/components/layout/sign.tsx";
import { localeOr, translator } from "#/lib/messages/messages.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(localeOr((await headers()).get("x-locale")), "common");
  return { title: t("notFound.title") };
}

/** A stranger's record and a wrong address look alike. */
export default async function NotFound() {
  const t = translator(localeOr((await headers()).get("x-locale")), "common");
  return (
    <main className="wrap py-16">
      <a href="/" className="wordmark">
        <Sign />
      </a>
      <h1 className="mt-12">{t("notFound.title")}</h1>
      <p className="mt-3 mb-6 max-w-measure">{t("notFound.text")}</p>
      <a href="/" className="btn primary">
        {t("notFound.home")}
      </a>
    </main>
  );
}
