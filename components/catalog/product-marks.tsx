import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { Covers } from "#/lib/catalog/covers-belarus.ts";
import type { Included, ProductStatus } from "#/lib/catalog/product.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export const COVERS_TONE: Record<Covers, Tone> = { yes: "done", no: "late", unknown: "neutral" };
const INCLUDED_TONE: Record<Included, Tone> = { yes: "done", no: "needs", unknown: "neutral" };

/** Whether the licence covers Belarus, in a word and a shape. */
export const BelarusMark = ({ locale, covers }: { locale: Locale; covers: Covers }) => (
  <Status tone={COVERS_TONE[covers]}>{translator(locale, "catalog")(`belarus.${covers}`)}</Status>
);

export const IncludedMark = ({ locale, included }: { locale: Locale; included: Included }) => (
  <Status tone={INCLUDED_TONE[included]}>{translator(locale, "catalog")(`included.${included}`)}</Status>
);

/** On the site, or hidden from it. */
export const StatusMark = ({ locale, status }: { locale: Locale; status: ProductStatus }) => (
  <Status tone={status === "published" ? "done" : "neutral"}>
    {translator(locale, "catalog")(status === "published" ? "staff.published" : "staff.moves.hide")}
  </Status>
);
