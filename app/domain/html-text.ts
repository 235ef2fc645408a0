// Text inside HTML that we write ourselves: letters, and the index of an archive.

/** The text with the signs of HTML escaped, for content and for attributes in double quotes. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
