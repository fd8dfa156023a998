import { columnName } from "#/lib/statement/table/headings.ts";
import { cellAt, letters, type Sheet, textOf } from "#/lib/statement/table/sheet.ts";

type Props = { sheet: Sheet; headerRow: number; label: string; rowWord: string };

const BELOW = 6;
const CLIP = 60;

/** The first rows as the bank printed them, with the letters and numbers of a spreadsheet; it scrolls, the page does not. */
export function SheetSample({ sheet, headerRow, label, rowWord }: Props) {
  const last = Math.min(sheet.rows.length, headerRow + BELOW);
  const rows = Array.from({ length: last }, (_, row) => row);
  const width = Math.max(0, ...rows.map((row) => sheet.rows[row]?.length ?? 0));
  const columns = Array.from({ length: width }, (_, column) => column);
  const short = (text: string) => (text.length > CLIP ? `${text.slice(0, CLIP)}…` : text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="bank-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{rowWord}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {letters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} data-head={row === headerRow - 1 || undefined}>
              <th scope="row">{row + 1}</th>
              {columns.map((column) => (
                <td key={column}>{short(textOf(cellAt(sheet, row, column)))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "C: Кредит": how a column is chosen. */
export const columnChoice = (headings: readonly string[], column: number): string => {
  const name = columnName(headings, column);
  return name === letters(column) ? name : `${letters(column)}: ${short40(name)}`;
};

const short40 = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
