// Formulas of workbooks that call another program.

/** Texts, quoted names and names in brackets: what stands in them calls nothing. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'.|[^[\]'])*\]/gs;

/** Whether a formula holds `program|topic!item` or the function DDE; a bar is no operator of a formula. */
export function callsProgram(formula: string): boolean {
  const bare = formula.replaceAll(QUOTED, '_');
  return bare.includes('|') || /(?<!\w)DDE\s*\(/i.test(bare);
}
