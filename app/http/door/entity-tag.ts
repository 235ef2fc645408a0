// Whether who asks has an answer already.

/** Whether the tag is among those of If-None-Match; weak tags are the same here (RFC 9110, 13.1.2). */
export function holdsTag(given: string, tag: string): boolean {
  const strong = tag.replace(/^W\//, '');
  return given
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === strong);
}
