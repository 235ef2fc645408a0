/** Every text in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  addTexts(value, texts);
  return texts;
}

function addTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  if (typeof value !== 'object' || value === null) return;
  const parts: Iterable<unknown> =
    value instanceof Map || value instanceof Set ? value.values() : Object.values(value);
  for (const part of parts) addTexts(part, texts);
}
