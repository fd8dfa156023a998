/** What no file format carries and nobody typed: controls, NUL, halves of characters; marks that turn the order of letters round. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\ufeff\ufffe\uffff]+/gu;

/** A text of somebody else's as one line that every format can carry. */
export const plainText = (text: string): string => text.toWellFormed().replace(UNSEEN, " ").trim();

/** Signs that make a spreadsheet read a cell of CSV as a formula, wide ones of Asian keyboards, too. */
const FORMULA = /^[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;

/** The same for CSV, where a cell has no type: what could begin a formula begins with an apostrophe. */
export const csvText = (text: string): string => {
  const plain = plainText(text);
  return FORMULA.test(plain) ? `'${plain}` : plain;
};
