import { create } from "qrcode";

/** A QR code as one SVG path of unit squares, four empty ones around (ISO 18004), so that no markup is made of strings. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  return { size: modules.size + 8, path };
}
