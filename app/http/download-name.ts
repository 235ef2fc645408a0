// Names of downloads that say what is in them and are safe on every system.

/** 'action-plan-therapies-and-rehabilitation.pdf': letters, digits and dashes only. */
export function downloadName(kind: string, department: string, extension: string): string {
  const slug = department
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${[kind, slug].filter(Boolean).join('-')}.${extension}`;
}
