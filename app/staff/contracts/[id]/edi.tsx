import { sendActByEdiAction } from "#/app/_actions/edi/send-act-by-edi.ts";
import { ediLine } from "#/app/_edi/provider.ts";
import { SendByEdi } from "#/components/edi/send-by-edi.tsx";
import { SignedCopy } from "#/components/edi/signed-copy.tsx";
import type { Tx } from "#/db/client.ts";
import { ediOfAct, signedCopy } from "#/db/queries/edi.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { type Contract, currentAct } from "#/lib/contract/contract.ts";
import type { Locale } from "#/lib/messages/messages.ts";

type Facts = Awaited<ReturnType<typeof ediFacts>>;

/** What ЭДиН knows of the act in force, and the copy that came back signed. */
export async function ediFacts(tx: Tx, contract: Contract) {
  const act = currentAct(contract);
  return {
    tries: act ? await ediOfAct(tx, act.id) : [],
    copy: act?.signedFileId ? await signedCopy(tx, act.signedFileId) : null,
  };
}

/** The act's way through ЭДиН by the house's own line, where there is one; and of a signed copy, what was checked and by whom. */
export function EdiOfAct(props: { locale: Locale; contract: Contract; actor: StaffActor; edi: Facts }) {
  const { locale, contract, actor, edi } = props;
  const act = currentAct(contract);
  if (!act) return null;
  const { buyer } = act.frozen;
  const line = ediLine();
  const sends =
    act.status === "issued" && act.channel === "edi" && line !== null && permits(actor, "contract.send-act");
  return (
    <>
      {sends && (
        <SendByEdi
          locale={locale}
          action={sendActByEdiAction}
          contract={contract}
          gln={buyer.kind === "individual" ? null : buyer.gln}
          queued={edi.tries.find(({ state }) => state === "queued") ?? null}
        />
      )}
      {edi.copy && <SignedCopy locale={locale} act={act} copy={edi.copy} />}
    </>
  );
}
