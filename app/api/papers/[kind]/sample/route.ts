import { downloadForHouse } from "#/app/_papers/download.ts";
import { sampleOf } from "#/app/_papers/sample.ts";
import { readChoice } from "#/lib/documents/preview/choice.ts";
import { isPreviewed } from "#/lib/documents/preview/model.ts";
import { renderPdf, renderSvg } from "#/lib/documents/render.ts";

/** A template about invented facts: `?form=svg` for the picture on the screen, else PDF. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const { kind } = await params;
  const { form, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  return downloadForHouse(request, "edition.read", async (tx, now) => {
    const model = isPreviewed(kind) && (await sampleOf(tx, now, kind, readChoice(query)));
    if (!isPreviewed(kind) || !model) return null;
    if (form === "svg")
      return { name: `${kind}.svg`, mediaType: "image/svg+xml", bytes: Buffer.from(renderSvg(kind, model)) };
    return { name: `${kind}.pdf`, mediaType: "application/pdf", bytes: (await renderPdf(kind, model)).bytes };
  });
}
