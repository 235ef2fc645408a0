// Passwords that are long and yet among the first that a guesser tries: a month or season with its year, a few
// very common words or words of this place in a row, and passphrases that were published as examples.
import type { Weakness } from '#app/domain/policy/password-weakness.ts';

/** How common a word is: 1 for the most common. */
export type Ranks = ReadonlyMap<string, number>;

/** English and Welsh, as people here write them. */
export const CALENDAR: readonly string[] = (
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sept sep oct nov dec ' +
  'monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter ' +
  'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr gwanwyn haf gaeaf nadolig'
).split(' ');
/** Fewer letters beside a month or season are no word of its own. */
const LETTERS_OF_A_WORD = 4;

/** Published as good passphrases, which is why they are none; or known by heart to everybody. */
const EXAMPLES = [
  'correcthorsebatterystaple',
  'redpantstree',
  'coffeetinfish',
  'coffeetrainfish',
  'walltinshirt',
  'applenemobiro',
  'purplemonkeydishwasher',
  'thequickbrownfox',
  'loremipsumdolor',
  'tobeornottobe',
  'maytheforcebewithyou',
  'opensesame',
];

/** So few guesses among phrases of common words are soon made. */
const LEAST_GUESSES = 1e8;
const LONGEST_WORD = 20;
const GUESSES = { letter: 26, digit: 10, year: 50, usualDigits: 10, sign: 10, ofThisPlace: 10 };
const YEAR = /^(?:19|20)\d\d$/;
const USUAL_DIGITS = /^(?:0?1|12|123|1234|12345|123456)$/;
const UNSPELT: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};

type Read = {
  /** Without accents and capitals. */
  readonly text: string;
  /** What is left of it without words of the calendar, where it held any. */
  readonly besideCalendar: string | null;
  /** Words of the person and of this place. */
  readonly known: ReadonlySet<string>;
  readonly ranks: Ranks;
};

/** What makes the text one of the first to be tried; none = nothing here. */
export function easyPhrase({ text, besideCalendar, known, ranks }: Read): readonly Weakness[] {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const beside = besideCalendar?.replaceAll(/[^\p{L}]/gu, '');
  const unspelt = text.replaceAll(/[01345789@$]/g, (sign) => UNSPELT[sign] ?? sign);
  const guesses = Math.min(
    guessesOf(text, { known, ranks }),
    GUESSES.sign * guessesOf(unspelt, { known, ranks }),
  );
  return [
    ...(beside !== undefined && beside.length < LETTERS_OF_A_WORD ? (['date'] as const) : []),
    ...(EXAMPLES.some((example) => letters.includes(example)) ? (['common'] as const) : []),
    ...(guesses < LEAST_GUESSES ? (['words'] as const) : []),
  ];
}

/** So many guesses find a text that is words in a row, with numbers and signs between. */
function guessesOf(text: string, words: Pick<Read, 'known' | 'ranks'>): number {
  const runs = text.match(/\p{L}+|\p{N}+/gu) ?? [];
  const signs = new Set(text.replaceAll(/[\p{L}\p{N}\s_-]/gu, ''));
  const ofRuns = runs.map((run) =>
    /^\p{N}/u.test(run) ? guessesOfNumber(run) : guessesOfLetters(run, words),
  );
  // One sign is put in by nearly everybody, so it costs nothing.
  const ofSigns = GUESSES.sign ** Math.max(0, signs.size - 1);
  return ofRuns.reduce((product, guesses) => product * guesses, ofSigns);
}

function guessesOfNumber(digits: string): number {
  if (YEAR.test(digits)) return GUESSES.year;
  return USUAL_DIGITS.test(digits) ? GUESSES.usualDigits : GUESSES.digit ** digits.length;
}

/** The fewest guesses for letters without a space, however they are cut into words. */
function guessesOfLetters(
  letters: string,
  { known, ranks }: Pick<Read, 'known' | 'ranks'>,
): number {
  const fewest = [1];
  for (let end = 1; end <= letters.length; end += 1) {
    let best = (fewest[end - 1] ?? Infinity) * GUESSES.letter;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const word = letters.slice(start, end);
      const guesses = known.has(word) ? GUESSES.ofThisPlace : (ranks.get(word) ?? Infinity);
      best = Math.min(best, (fewest[start] ?? Infinity) * guesses);
    }
    fewest.push(best);
  }
  return fewest.at(-1) ?? 1;
}
