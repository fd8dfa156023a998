import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { MomentText } from "#/components/ui/date-text.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { mailById } from "#/db/queries/mails.ts";
import { translator } from "#/lib/messages/messages.ts";
import { mailbox } from "../_mailbox.ts";
import { MAIL_TONES } from "../_tones.ts";
import { LetterText } from "./letter-text.tsx";

type Props = { params: Promise<{ id: string }> };

async function letter({ params }: Props) {
  const { id } = await params;
  const mail = await mailbox(async (tx) => (z.uuid().safeParse(id).success ? mailById(tx, id) : null));
  return mail ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await letter(props)).subject };
}

/** One letter as a reader of plain text sees it; its links work. */
export default async function LetterPage(props: Props) {
  const mail = await letter(props);
  const t = translator(await requestLocale(), "mail");
  return (
    <>
      <PageHead
        title={mail.subject}
        above={
          <Link className="link" href="/demo/mailbox">
            {t("mailbox.back")}
          </Link>
        }
      />
      <KeyValue
        pairs={[
          { key: t("mailbox.to"), value: mail.toAddress },
          { key: t("mailbox.at"), value: <MomentText at={mail.createdAt} /> },
          {
            key: t("mailbox.state"),
            value: <Status tone={MAIL_TONES[mail.status]}>{t(`mailbox.status.${mail.status}`)}</Status>,
          },
          mail.attachments.length > 0 && {
            key: t("mailbox.attachments"),
            value: mail.attachments.map(({ fileId, name }) => (
              <a key={fileId} className="link block" href={`/api/files/${fileId}`}>
                {name}
              </a>
            )),
          },
        ]}
      />
      <Section title={t("mailbox.letter")}>
        <LetterText text={mail.text} />
      </Section>
    </>
  );
}
