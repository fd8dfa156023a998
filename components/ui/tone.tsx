"use client";

// As the icons: an svg is drawn in one piece.

/** What a state means to the reader: running by itself, done, waiting for the reader, late, or not begun. */
export type Tone = "running" | "done" | "needs" | "late" | "neutral";

/** A shape of its own for each meaning, so that it reads without colour. */
export function Mark({ tone }: { tone: Tone | "skipped" }) {
  return (
    <svg viewBox="0 0 16 16" className="mark" aria-hidden="true">
      {tone === "done" && <path d="m2.5 8.5 3.5 4 7.5-9" />}
      {tone === "running" && (
        <>
          <circle cx="8" cy="8" r="6.75" strokeWidth="1.5" />
          <circle cx="8" cy="8" r="3" fill="currentColor" />
        </>
      )}
      {tone === "needs" && <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" />}
      {tone === "late" && <path d="M8 1.5 15 14H1ZM8 6.5v3M8 11.9v.1" strokeWidth="1.75" />}
      {tone === "neutral" && <circle cx="8" cy="8" r="6.25" strokeWidth="1.5" />}
      {tone === "skipped" && <path d="M3 8h10" />}
    </svg>
  );
}
