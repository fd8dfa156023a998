"use client";

// As the icons: an svg is drawn in one piece.
/** A sheet of paper with a mark on its line: the sign of the house, the same as favicon.svg. */
export function Sign() {
  return (
    <>
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M5 2.5h10l4.5 4.5v14.5H5z" strokeLinejoin="round" />
        <path d="m8.5 13.5 2.75 3 4.5-6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className="name">smart-cg</span>
    </>
  );
}
