import type { ReactNode } from "react";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Section } from "#/components/ui/section.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Act } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Copy = { id: string; name: string; size: number; sha256: string; byHouse: boolean };

/** What the house has of a signature, said honestly: nothing here checks one, a container is kept as it came. */
export function SignedCopy({ locale, act, copy }: { locale: Locale; act: Act; copy: Copy }) {
  const t = translator(locale, "edi");
  const way = !copy.byHouse ? "cabinet" : act.channel === "edi" ? "edi" : "paper";
  const signedOn = act.lateSignedOn ?? act.signedOn;
  return (
    <Section title={t("signature.title")}>
      <p className="mb-3 max-w-measure">{t(`signature.${way}`)}</p>
      <dl className="grid gap-2">
        {signedOn && <Fact name={t("signature.signedOn")}>{formatDay(signedOn)}</Fact>}
        {act.channel === "edi" && <Fact name={t("signature.signer")}>{act.signer ?? t("signature.noSigner")}</Fact>}
        <Fact name={t("signature.file")}>
          <FileLink locale={locale} href={`/api/files/${copy.id}`} title={copy.name} bytes={copy.size} />
        </Fact>
        <Fact name={t("signature.sha256")}>
          <span className="break-all">{copy.sha256}</span>
        </Fact>
      </dl>
    </Section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-muted text-sm">{name}</dt>
    <dd>{children}</dd>
  </div>
);
