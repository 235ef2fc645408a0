// How the pages of the register hold up as it grows: each page on 400 awards and on 40,000, one after the
// other in the same run, so that whatever slows the machine slows both. What counts is the ratio.
import { EVERYTHING, type RegisterFilter } from '#app/domain/award/register-words.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { registeredOrganisation } from '#app/queries/award/registered-organisation.ts';
import { registerPage } from '#app/queries/award/register-page.ts';
import { verification } from '#app/queries/award/verification.ts';
import { compare, type Compared } from './compare.ts';
import { type BenchRegister, registerOf } from './register-data.ts';

const SIZES = [400, 40_000] as const;
const TODAY = '2027-03-01';

type Page = Compared<BenchRegister>;

function list(filter: Partial<RegisterFilter>, from: 'newest' | 'middle' = 'newest'): Page {
  return (register) =>
    registerPage(register, {
      filter: { ...EVERYTHING, ...filter },
      after: from === 'newest' ? null : register.middle,
      size: 20,
      today: TODAY,
    });
}

const PAGES: readonly (readonly [string, Page])[] = [
  ['first page', list({})],
  ['page in the middle', list({}, 'middle')],
  ['filter: level', list({ level: 'silver' })],
  ['filter: level, middle', list({ level: 'silver' }, 'middle')],
  ['filter: charter, level, year', list({ charter: 'bme-mentoring', level: 'gold', year: '2020' })],
  ['search: one word', list({ words: 'pharmacy' })],
  ['search: two words', list({ words: 'community nursing' })],
  ['search: two words and a level', list({ words: 'hospital pharmacy', level: 'bronze' })],
  ['search: words that never meet', list({ words: 'pharmacy radiology' })],
  ['search: part of a word', list({ words: 'armac' })],
  ['search: part of very many words', list({ words: '1' })],
  ['search: parts of two words', list({ words: 'ospit adiol' })],
  ['search: no such word', list({ words: 'orchard' })],
  ['filter: organisation by name', list({ organisation: 'hospital trust 42' })],
  [
    'page of an organisation',
    (register, round) =>
      registeredOrganisation(register, {
        organisation: chosen(register, round).organisation,
        after: null,
        size: 50,
        today: TODAY,
      }),
  ],
  [
    'page of an award',
    (register, round) => awardPage(register, chosen(register, round).number, TODAY),
  ],
  [
    'check by number',
    (register, round) => verification(register, chosen(register, round).number, TODAY),
  ],
  ['check of no such number', (register) => verification(register, 'MC-1999-0001', TODAY)],
];

function chosen({ whole }: BenchRegister, round: number) {
  const found = whole[(round * 7919) % whole.length];
  if (found === undefined) throw new Error('the register is empty');
  return found;
}

/** Prints the median of every page at both sizes, and how much longer the larger takes. */
export async function benchRegister(): Promise<void> {
  const registers = await Promise.all(SIZES.map((size) => registerOf(size)));
  const columns = SIZES.map((size) => `ms at ${size}`);
  await compare(['page of the register', ...columns], registers, PAGES);
  for (const { engine } of registers) engine.close();
}
