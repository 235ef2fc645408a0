// Texts that a skeleton leaves to be written. They are known by how they begin, so that a check can count them.

/** How a text begins that is still to be written. */
export const TO_WRITE = 'Write here';

/** Whether a text still says what to write there. */
export function isToWrite(text: string): boolean {
  return text.startsWith(`${TO_WRITE} `);
}
