// A number of people as somebody enters it into a form.

/**
 * The whole number, with spaces or commas between its thousands as people write them; null = left empty. NaN
 * stands for every other text: a half, a power or a comma alone is no number of people and is not guessed at.
 */
export function enteredNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const written = text.replaceAll(/\s/g, '');
  const isWhole = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})$/.test(written);
  return isWhole ? Number(written.replaceAll(',', '')) : Number.NaN;
}
