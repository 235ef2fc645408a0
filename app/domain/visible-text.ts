// Whether a text has anything in it that a reader could see.

/**
 * True where the text has a visible character: a letter, digit, mark of punctuation or symbol. Spaces of
 * every kind, control and formatting characters and the blank ones among letters and symbols are none.
 */
export function hasVisibleText(text: string): boolean {
  // Nearly every text has one of these, and need not be taken apart.
  if (/[A-Za-z0-9]/.test(text)) return true;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(
    text.replaceAll(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''),
  );
}
