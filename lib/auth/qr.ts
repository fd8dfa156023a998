import { create } from "qrcode";

/** A QR code as one SVG path of bars, four empty squares around (ISO 18004), so that no markup is made of strings. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++)
    for (let x = 0, bar = 0; x < modules.size; x += bar || 1) {
      for (bar = 0; x + bar < modules.size && modules.get(y, x + bar); ) bar++;
      if (bar > 0) path += `M${x + 4} ${y + 4}h${bar}v1h-${bar}z`;
    }
  return { size: modules.size + 8, path };
}
