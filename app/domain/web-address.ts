// What a link has to be, wherever one comes in: a form, a file or an archive.

export type AddressProblem =
  'not-a-web-address' | 'space-in-address' | 'backslash-in-address' | 'name-in-address';

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

/** The problem as a sentence that says what to do, without a full stop. */
export const ADDRESS_WORDS: Readonly<Record<AddressProblem, string>> = {
  'not-a-web-address': 'Enter a web address that begins with https:// or http://',
  'space-in-address':
    'There is a space in this web address. Copy it again without; where the space belongs to a name, write %20 in its place',
  'backslash-in-address':
    'There is a back-slash (\\) in this web address. Write / in its place; a folder on a drive is no web address',
  // It can make an address look like another site.
  'name-in-address':
    'This web address holds a user name or password in front of an @. Enter it without',
};
