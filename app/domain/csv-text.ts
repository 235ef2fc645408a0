// Comma-separated values as RFC 4180 writes them, safe to open in a spreadsheet: what a program would take
// for a formula gets an apostrophe in front (catalogue SEC-55; ASVS 1.2.10).

// Spreadsheets skip space and quotes before a sign, and read full-width signs as the narrow ones.
const FORMULA = /^[\s"'\0]*[=+\-@＝＋－＠|%]|^[\t\r\n\0]/;

/** Without it Excel takes UTF-8 for an older encoding, and an é for two letters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The rows as text with a byte order mark; the first holds the titles. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('\0', '').replaceAll('"', '""')}"`;
}
