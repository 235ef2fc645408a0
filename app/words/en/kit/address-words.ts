// Why a link is not kept, in a form and in a file.
import type { Misfit } from '#app/domain/formats/assessment-file.ts';
import type { AddressProblem } from '#app/domain/web-address.ts';

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

/** What is wrong in an assessment file at one place. */
export function misfitText({ message, link }: Misfit): string {
  return link === undefined ? message : ADDRESS_WORDS[link];
}
