// Text inside markup that we write ourselves: letters, the index of an archive, office files.

/** The text with the signs of HTML and XML escaped, for content and for attributes in double quotes. */
export function markupText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
