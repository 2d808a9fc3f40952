import { stringify } from "csv-stringify/sync";

/** A cell: a number stays one, undefined is empty, and whatever people wrote is text, for a spreadsheet too. */
export type Cell = string | number | boolean | undefined;

/** Without it spreadsheets read UTF-8 as what their country wrote in before. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The first line of a file. */
export const csvHead = (columns: readonly string[]): string => `${BYTE_ORDER_MARK}${csvRows([columns])}`;

/** Lines of RFC 4180. Every text is in quotes: one that begins or ends with a blank, or has a lone line feed, comes back as it was. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(cellOf)),
    { record_delimiter: "\r\n", quoted_string: true },
  );

const cellOf = (cell: Cell): string | number | undefined =>
  typeof cell === "string" ? asText(cell) : typeof cell === "boolean" ? (cell ? "yes" : "no") : cell;

/**
 * What a spreadsheet would take for a formula, also behind blanks and what nobody sees, and in the full width of East Asian keyboards,
 * gets an apostrophe before it. NUL ends a text for some readers, and is none that anybody wrote.
 */
function asText(text: string): string {
  const clean = text.replaceAll("\0", "\uFFFD");
  return FORMULA.test(clean) ? `'${clean}` : clean;
}
const FORMULA = /^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
