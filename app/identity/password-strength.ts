// How hard a password is to guess: by zxcvbn with its dictionaries, and by the words of this place. There
// are no rules of composition (NCSC): length, and what a guesser would try first.
import type { Match, ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Weakness } from '#app/domain/policy/password-weakness.ts';
import { CALENDAR, easyPhrase, type Ranks } from './easy-phrases.ts';

export type Known = {
  readonly name: string;
  readonly email: string;
  /** Names of the organisations and departments of the person. */
  readonly places: readonly string[];
};

/** So many characters are judged: enough for any, and 50 ms of work however they are chosen. */
const JUDGED = 64;
/** Each more makes a password of signs slower to judge; real ones need one or two. */
const SPELLINGS = 4;
/** zxcvbn's score 3: no guesser of a stolen hash gets there soon. */
const LEAST_GUESSES = 1e8;
/** What is left without signs and known words may be guessed a little sooner. */
const LEAST_BARE_GUESSES = 1e7;
/** What a sign or a known word in between costs a guesser. */
const GUESSES_PER_ADDITION = 10;
const SHORTEST_WORD = 3;
const PLACE =
  'mentoring mentor mentors mentee mentees charter charters nhs trust trusts hospital hospitals health healthcare care foundation organisation department service services assessment assessments evidence panel award awards sponsor equality diversity';
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', '1qaz2wsx3edc'];
const NOTHING = { guesses: 1, sequence: [] } as const;
/** zxcvbn's patterns; a regular expression of it finds years. */
const BY_PATTERN: Readonly<Record<string, Weakness>> = {
  spatial: 'keyboard',
  sequence: 'run',
  wordSequence: 'words',
  repeat: 'repeat',
  date: 'date',
  regex: 'date',
};
/** Letters and what people write for them. */
const SPELT: Readonly<Record<string, string>> = {
  a: 'a4@',
  b: 'b8',
  e: 'e3',
  g: 'g9',
  i: 'i1!|',
  l: 'l1|',
  o: 'o0',
  s: 's5$',
  t: 't7+',
};

/** Why the password is too easy to guess; none = it is not. */
export async function weaknesses(password: string, known: Known): Promise<readonly Weakness[]> {
  const { judge, ranks } = await loadedJudge();
  const text = plain(password).slice(0, JUDGED);
  const personal = wordsOf([known.name, known.email]);
  const words = [...personal, ...wordsOf([PLACE, ...known.places])];
  const { left, taken } = withoutWords(text, words);
  const once = withoutRepeatedWords(left);
  const bare = squashed(once);
  const core = shortestPeriod(bare);
  const asIs = judge.check(password.normalize('NFKC').slice(0, JUDGED), words);
  const stripped = core === '' ? NOTHING : judge.check(core, words);
  const additions = taken.length + new Set(text.replaceAll(/[\p{L}\p{N}]/gu, '')).size;
  const bareGuesses = stripped.guesses * GUESSES_PER_ADDITION ** additions;
  const calendar = withoutWords(text, CALENDAR);
  const easy = easyPhrase({
    text: withoutRepeatedWords(text),
    besideCalendar: calendar.taken.length === 0 ? null : calendar.left,
    known: new Set(words),
    ranks,
  });
  const guessed = asIs.guesses < LEAST_GUESSES || bareGuesses < LEAST_BARE_GUESSES;
  if (!guessed && easy.length === 0) return [];
  const repeats = core.length < bare.length || once !== left;
  const found = new Set<Weakness>([
    ...easy,
    ...(repeats ? (['repeat'] as const) : []),
    ...taken.map((word) => (personal.includes(word) ? 'personal' : 'place')),
    ...(guessed ? [...asIs.sequence, ...stripped.sequence] : []).flatMap((match) =>
      weaknessIn(match),
    ),
  ]);
  return found.size === 0 ? ['words'] : [...found];
}

let loaded: Promise<{ readonly judge: ZxcvbnFactory; readonly ranks: Ranks }> | undefined;

// The dictionaries take a quarter of a second and 40 MB, which only those pay who choose a password.
function loadedJudge(): NonNullable<typeof loaded> {
  loaded ??= (async () => {
    const [core, common, english] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-en'),
    ]);
    const judge = new core.ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...english.dictionary },
      graphs: common.adjacencyGraphs,
      l33tMaxSubstitutions: SPELLINGS,
      maxLength: JUDGED,
    });
    return { judge, ranks: ranksIn(english.dictionary) };
  })();
  return loaded;
}

/** The place of each word in the list of common words where it comes first. */
function ranksIn(dictionary: Readonly<Record<string, readonly (string | number)[]>>): Ranks {
  const ranks = new Map<string, number>();
  for (const list of ['commonWords-en', 'wikipedia-en']) {
    for (const [index, word] of (dictionary[list] ?? []).entries()) {
      const known = ranks.get(String(word)) ?? Infinity;
      ranks.set(String(word), Math.min(known, index + 1));
    }
  }
  return ranks;
}

function weaknessIn({ pattern, token, dictionaryName }: Match): readonly Weakness[] {
  const word = token.toLowerCase();
  const known = BY_PATTERN[pattern];
  if (known !== undefined) return [known];
  if (pattern !== 'dictionary' || word.length < 4 || dictionaryName === 'userInputs') return [];
  if (KEYBOARD.some((row) => row.includes(word))) return ['keyboard'];
  if (/^\d+$/.test(word)) return ['run'];
  return dictionaryName === 'passwords-common' ? ['common'] : ['words'];
}

/** Without accents and capitals, so that a word is one however it is written. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFKC').toLowerCase();
}

function squashed(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => {
    const parts = plain(text).split(/[^\p{L}\p{N}]+/u);
    return [...parts, squashed(plain(text))];
  });
  return [...new Set(words)].filter((word) => word.length >= SHORTEST_WORD);
}

/** What is left of a text without the words, longest first, forwards or backwards, and which it held. */
function withoutWords(text: string, words: readonly string[]) {
  const taken: string[] = [];
  let left: readonly string[] = [...text];
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    for (const letters of [[...word], [...word].toReversed()]) {
      const without = withoutWord(left, letters);
      left = without.left;
      taken.push(...Array<string>(without.times).fill(word));
    }
  }
  return { left: left.join(''), taken };
}

/** A text with a space for each place of the word, and how many these were. */
function withoutWord(text: readonly string[], word: readonly string[]) {
  const left: string[] = [];
  let times = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfWord(text, at, word);
    if (end !== null) times += 1;
    left.push(end === null ? (text[at] ?? '') : ' ');
    at = end ?? at + 1;
  }
  return { left, times };
}

/**
 * Where the word ends that stands at this place of a text with signs between its letters, or with digits for some
 * of them; null = it does not. By hand, because regular expressions for all words took half of each judgement.
 */
function endOfWord(text: readonly string[], at: number, word: readonly string[]): number | null {
  let ends = [at];
  for (const [index, letter] of word.entries()) {
    // The way past a sign comes first, so that as many signs as can be go with the word.
    const places = ends.flatMap((end) => (index > 0 && isSign(text[end]) ? [end + 1, end] : [end]));
    const chars = SPELT[letter] ?? letter;
    ends = [...new Set(places)]
      .filter((place) => chars.includes(text[place] ?? ' '))
      .map((place) => place + 1);
  }
  return ends[0] ?? null;
}

function isSign(char: string | undefined): boolean {
  return char !== undefined && !/[\p{L}\p{N}]/u.test(char);
}

/** A text with each of its words once: one that comes again after digits or signs adds nothing. */
function withoutRepeatedWords(text: string): string {
  const seen = new Set<string>();
  return text.replaceAll(/\p{L}+/gu, (word) => {
    if (word.length >= SHORTEST_WORD && seen.has(word)) return '';
    seen.add(word);
    return word;
  });
}

/** A text that is one piece over and over, as that piece; any other as it is. */
function shortestPeriod(text: string): string {
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (text.startsWith(text.slice(period))) return text.slice(0, period);
  }
  return text;
}
