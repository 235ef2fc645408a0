// What a link has to be, wherever one comes in: a form, a file or an archive.

export const ADDRESS_PROBLEMS = [
  'not-a-web-address',
  'space-in-address',
  'backslash-in-address',
  'name-in-address',
] as const;
export type AddressProblem = (typeof ADDRESS_PROBLEMS)[number];

/** Why a link is not kept; null = it is a web address. */
export function addressProblem(link: string): AddressProblem | null {
  if (!/^https?:[/\\]{2}[^/\\]/i.test(link)) return 'not-a-web-address';
  if (/\p{White_Space}/u.test(link)) return 'space-in-address';
  if (/\p{Cc}/u.test(link)) return 'not-a-web-address';
  if (link.includes('\\')) return 'backslash-in-address';
  const url = URL.parse(link);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return 'not-a-web-address';
  return url.username === '' && url.password === '' ? null : 'name-in-address';
}
