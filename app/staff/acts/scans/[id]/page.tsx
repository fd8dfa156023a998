import { notFound } from "next/navigation";

import { cancelScanStackAction } from "#/app/_actions/scan/cancel-scan-stack.ts";
import { fileScanPagesAction } from "#/app/_actions/scan/file-scan-pages.ts";
import { fileScanStackAction } from "#/app/_actions/scan/file-scan-stack.ts";
import { putScanPagesAsideAction } from "#/app/_actions/scan/put-scan-pages-aside.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StackActs } from "#/components/scan/stack-acts.tsx";
import { StackFiles } from "#/components/scan/stack-files.tsx";
import { StackNotice } from "#/components/scan/stack-notice.tsx";
import { WaitingPages } from "#/components/scan/waiting-pages.tsx";
import { RefreshWhile } from "#/components/staff/refresh-while.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { filesOfStack, findStack, pagesOfStack, progressOfStack } from "#/db/queries/scans.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { actsOfStack } from "#/lib/scans/stack.ts";
import { idOf, staffPage } from "../../../_page.ts";

export default async function StackPage({ params }: { params: Promise<{ id: string }> }) {
  const { locale, read } = await staffPage("scan.intake");
  const t = translator(locale, "edi");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const stack = await findStack(tx, id);
    return (
      stack && {
        stack,
        files: await filesOfStack(tx, id),
        pages: await pagesOfStack(tx, id),
        progress: await progressOfStack(tx, id),
      }
    );
  });
  if (!found) notFound();
  const { stack, files, progress } = found;
  const pages = found.pages.map(({ page, act }) => ({ ...page, number: act?.number ?? page.number, act }));
  const waiting = pages.flatMap((page) =>
    page.trouble && !page.settledAt ? [{ ...page, trouble: page.trouble }] : [],
  );
  const acts = actsOfStack(pages);
  const hidden = { stackId: id, version: stack.version };
  const open = stack.state === "reading" || stack.state === "ready";
  const toFile = acts.filter(({ filed }) => !filed).length;
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/acts/scans", title: t("scans.title") }]}
          />
        }
        title={t("stack.title", { date: formatDay(dayInMinsk(stack.uploadedAt)) })}
        lead={t("stack.signedOn", { date: formatDay(stack.signedOn) })}
      />
      <RefreshWhile busy={stack.state === "reading" || stack.state === "filing"} />
      <div className="grid gap-8">
        <StackNotice {...{ locale, stack, progress }} acts={toFile} waiting={waiting.length}>
          {stack.state === "ready" && (
            <StepForm action={fileScanStackAction} hidden={hidden} label={t("stack.file")}>
              <SubmitButton>{t(toFile > 0 ? "stack.file" : "stack.finish")}</SubmitButton>
            </StepForm>
          )}
          {open && (
            <StepForm action={cancelScanStackAction} hidden={hidden} label={t("stack.cancel")}>
              <SubmitButton look="secondary">{t("stack.cancel")}</SubmitButton>
            </StepForm>
          )}
        </StackNotice>
        {(stack.state === "ready" || stack.state === "filed" || stack.state === "filing") && (
          <>
            {waiting.length > 0 && stack.state !== "filing" && (
              <Section title={t("stack.troubles")}>
                <WaitingPages
                  {...{ locale, stackId: id, signedOn: formatDay(stack.signedOn), pages: waiting }}
                  file={fileScanPagesAction}
                  putAside={putScanPagesAsideAction}
                />
              </Section>
            )}
            <Section title={t("stack.acts")}>
              <StackActs locale={locale} acts={acts} />
            </Section>
          </>
        )}
        <Section title={t("stack.originals")}>
          <StackFiles locale={locale} files={files} />
        </Section>
      </div>
    </>
  );
}
