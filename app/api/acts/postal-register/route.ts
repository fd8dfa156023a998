import { downloadForHouse } from "#/app/_papers/download.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { postalLettersOf } from "#/db/queries/postal-letters.ts";
import { parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { postalRegisterModel } from "#/lib/documents/postal-register/model.ts";
import { renderPdf } from "#/lib/documents/render.ts";
import { PAPER_LANGUAGES } from "#/lib/requisites/paper-language.ts";

/** The letters of a day with labels for their envelopes (3.7): `?on=2026-04-17&language=be`, today and in Russian without them. Printed and not kept. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = query.get("on");
  const language = PAPER_LANGUAGES.find((one) => one === query.get("language"));
  return downloadForHouse(request, "contract.send-act", async (tx, now) => {
    const on = asked === null ? dayInMinsk(now) : parseDay(asked);
    const offer = on && (await editionInForce(tx, OFFER, on));
    if (!on || !offer?.seller) return null;
    const model = postalRegisterModel({ language, on, seller: offer.seller, letters: await postalLettersOf(tx, on) });
    const { bytes } = await renderPdf("postal-register", model);
    return { name: `Реестр отправлений ${formatDay(on)}.pdf`, mediaType: "application/pdf", bytes };
  });
}
