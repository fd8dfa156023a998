import type { Route } from "next";
import { notFound, redirect } from "next/navigation";

import { inSlices } from "#/app/_payments/in-slices.ts";
import { readStatement, wayOn } from "#/app/_statements/read-statement.ts";
import { ImportForm } from "#/components/payment/import-form.tsx";
import { StatementChecks } from "#/components/payment/statement-checks.tsx";
import { StatementLines } from "#/components/payment/statement-lines.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import { knownKeys, LINES_SHOWN, statementBefore, statementByHash } from "#/db/queries/staff-statements.ts";
import { statementOver } from "#/db/queries/statement-days.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { keying } from "#/lib/statement/identity.ts";
import { idOf, staffPage } from "../../../../_page.ts";

const STATEMENTS = "/staff/payments/statements";

export default async function PreviewPage({ params }: { params: Promise<{ fileId: string }> }) {
  const { actor, locale, t, read } = await staffPage("statement.import");
  const fileId = idOf((await params).fileId);
  const found = await read(async (tx) => {
    const file = await findFile(tx, actor, fileId);
    if (file?.kind !== "statement") return null;
    const bytes = await fileBytes(tx, fileId);
    const parsed = await readStatement(tx, { id: fileId, bytes }, { ownAccounts: await sellerAccounts(tx) });
    if (!parsed.ok)
      return { file, parsed, imported: null, keys: [], known: new Set<string>(), before: null, over: null };
    const keys = await inSlices(keying(parsed.value));
    const { account, dateFrom } = parsed.value;
    return {
      file,
      parsed,
      imported: await statementByHash(tx, file.sha256),
      keys,
      known: await knownKeys(tx, keys),
      before: await statementBefore(tx, account, dateFrom),
      over: await statementOver(tx, parsed.value, file.sha256),
    };
  });
  if (!found) notFound();
  const { file, parsed, imported, keys, known, before, over } = found;
  const further = parsed.ok ? null : wayOn(parsed.error, fileId);
  if (further) redirect(further as Route);
  const head = (
    <PageHead
      above={
        <Breadcrumbs
          label={translator(locale, "common")("breadcrumbs")}
          steps={[{ href: STATEMENTS, title: t("statements.title") }]}
        />
      }
      title={t("preview.title")}
      lead={<span className="break-words">{file.name}</span>}
    />
  );
  const another = (
    <LinkButton href={`${STATEMENTS}/new`} look="secondary">
      {t("preview.another")}
    </LinkButton>
  );
  if (!parsed.ok)
    return (
      <>
        {head}
        <Notice tone="late" title={t("preview.refused")}>
          <p>{errorWords(locale)(parsed.error.code, parsed.error.params)}</p>
        </Notice>
        <div className="mt-6">{another}</div>
      </>
    );
  const statement = parsed.value;
  const shown = statement.lines.slice(0, LINES_SHOWN);
  return (
    <>
      {head}
      <div className="grid gap-8">
        {imported && (
          <Notice tone="needs" title={t("preview.already")}>
            <LinkButton href={`${STATEMENTS}/${imported}`} look="quiet" small>
              {t("preview.open")}
            </LinkButton>
          </Notice>
        )}
        <Section title={t("checks.title")}>
          <StatementChecks
            locale={locale}
            head={statement}
            lines={statement.lines.length}
            known={known.size}
            before={before}
            over={over}
          />
        </Section>
        {!imported && (
          <div className="flex flex-wrap items-start gap-2">
            <ImportForm
              fileId={fileId}
              words={{
                start: t("preview.import"),
                read: t("preview.reading"),
                keep: t("preview.keeping"),
                cancel: t("preview.cancel"),
                cancelled: t("preview.cancelled"),
                lost: t("preview.lost"),
              }}
            />
            {another}
          </div>
        )}
        <Section
          title={t("statements.linesTitle")}
          aside={
            <span className="text-muted text-sm">
              {t("preview.period", { from: formatDay(statement.dateFrom), to: formatDay(statement.dateTo) })}
            </span>
          }
        >
          <StatementLines
            locale={locale}
            lines={shown.map(({ payer, ...line }, at) => ({
              key: String(line.position),
              href: null,
              payer: payer.name,
              unp: payer.unp,
              ...line,
              state: (
                <Status tone={known.has(keys[at] ?? "") ? "neutral" : line.side === "credit" ? "running" : "neutral"}>
                  {known.has(keys[at] ?? "") ? t("preview.known") : t(`preview.${line.side}`)}
                </Status>
              ),
            }))}
          />
          {statement.lines.length > LINES_SHOWN && (
            <p className="mt-4 text-muted">
              {t("statements.more", { shown: LINES_SHOWN, total: statement.lines.length })}
            </p>
          )}
        </Section>
      </div>
    </>
  );
}
