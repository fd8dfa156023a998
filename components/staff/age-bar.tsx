"use client";

// As the icons: an svg is drawn in one piece.
/** How much of a term has gone, as a bar; the words beside it say the same. Full and notched when the term has passed. */
export function AgeBar({ gone, total, late }: { gone: number; total: number; late: boolean }) {
  const width = 64;
  const filled = late ? width : Math.round((Math.max(0, Math.min(gone, total)) / Math.max(1, total)) * width);
  return (
    <svg viewBox={`0 0 ${width} 8`} className={`age tone-${late ? "late" : "running"}`} aria-hidden="true">
      <rect x="0" y="2" width={width} height="4" rx="2" className="rail" />
      <rect x="0" y="2" width={filled} height="4" rx="2" className="gone" />
      {late && <path d="M52 0v8M57 0v8" className="notch" />}
    </svg>
  );
}
