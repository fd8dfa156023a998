import { StatementUpload } from "#/components/payment/statement-upload.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { SUPPORTED } from "#/lib/statement/statement.ts";
import { staffPage } from "../../../_page.ts";

export default async function NewStatementPage() {
  const { locale, t } = await staffPage("statement.import");
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/payments/statements", title: t("statements.title") }]}
          />
        }
        title={t("statements.upload")}
        lead={t("statements.uploadLead")}
      />
      <StatementUpload
        words={{
          label: t("statements.file"),
          hint: t("statements.fileHint", { supported: SUPPORTED }),
          sending: t("statements.sending"),
        }}
      />
    </>
  );
}
