import { createHash } from "node:crypto";

import type { Metadata } from "next";
import { requestLocale } from "#/app/_auth/request-locale.ts";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { CodeForm } from "#/components/verify/code-form.tsx";
import { Comparisons } from "#/components/verify/comparisons.tsx";
import { PaperFactsList } from "#/components/verify/paper-facts.tsx";
import { VerdictNotice } from "#/components/verify/verdict-notice.tsx";
import { readPaperCode } from "#/lib/documents/verify/code.ts";
import { translator } from "#/lib/messages/messages.ts";
import { lookedUp } from "../_looked-up.ts";

/** One code, one paper: nothing to index. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "verify")("page.title"), robots: { index: false, follow: false } };
}

/** What stands behind the code of a sheet: genuine or not, and what became of it. */
export default async function VerifiedPage({ params }: { params: Promise<{ code: string }> }) {
  const [locale, { code }] = await Promise.all([requestLocale(), params]);
  const asked = readPaperCode(code);
  const t = translator(locale, "verify");
  const answer = await lookedUp(asked);
  if (answer.state !== "found") {
    const wait = answer.state === "wait";
    return (
      <>
        <PageHead title={t("page.title")} />
        <div className="grid gap-8">
          <Notice tone={wait ? "needs" : "late"} title={t(wait ? "wait.title" : "unknown.title")}>
            {wait ? t("wait.text", { minutes: answer.minutes }) : t("unknown.text")}
            {!wait && <span className="mt-2 block">{t("unknown.file")}</span>}
          </Notice>
          <CodeForm locale={locale} />
        </div>
      </>
    );
  }
  const { paper, verdict } = answer;
  const byBytes = asked === paper.sha256;
  return (
    <>
      <PageHead
        title={t(byBytes ? "genuine.fileTitle" : "genuine.title")}
        lead={t(byBytes ? "genuine.fileLead" : "genuine.lead")}
      />
      <div className="grid gap-10">
        <VerdictNotice locale={locale} verdict={verdict} paper={paper} />
        <div className="max-w-[36rem]">
          <PaperFactsList locale={locale} paper={paper} />
        </div>
        <Comparisons
          locale={locale}
          sha256={byBytes ? null : paper.sha256}
          account={paper.account === null ? null : { last: paper.account.slice(-4), sha256: hashOf(paper.account) }}
        />
        <p>
          <a className="link" href="/verify">
            {t("page.another")}
          </a>
        </p>
      </div>
    </>
  );
}

const hashOf = (account: string) => createHash("sha256").update(account).digest("hex");
