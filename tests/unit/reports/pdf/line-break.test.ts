import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked } from '#app/domain/charter/translation/marked.ts';
import { brokenWords, filled, type Line, paragraphsOf, wordsOf } from '#reports/pdf/line-break.ts';
import { text as styles } from '#reports/pdf/theme.ts';

// Every letter is ten wide, so that a width is a number of letters.
const measure = ({ text }: { readonly text: string }): number => Array.from(text).length * 10;
const linesIn = (text: string, letters: number): readonly Line[] => {
  const fit = { style: styles.body, width: letters * 10, measure };
  return filled(paragraphsOf(text, fit), fit);
};
const textsOf = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ parts }) => parts.map(({ text, actual }) => actual ?? text).join(''));

describe('where a line breaks (UAX 14)', () => {
  it.each([
    { what: 'after a space', text: 'aaaa bbbb', letters: 6, lines: ['aaaa ', 'bbbb'] },
    {
      what: 'not at a no-break space',
      text: 'a 10\u00a0mg b',
      letters: 6,
      lines: ['a ', '10\u00a0mg ', 'b'],
    },
    { what: 'not at a word joiner', text: 'aa bb\u2060cc', letters: 5, lines: ['aa ', 'bbcc'] },
    {
      what: 'not at a no-break hyphen',
      text: 'aa b\u2011c',
      letters: 5,
      lines: ['aa ', 'b\u2011c'],
    },
    { what: 'after a hyphen', text: 'well-being', letters: 7, lines: ['well-', 'being'] },
    { what: 'not in a number', text: 'of 1,000.50', letters: 9, lines: ['of ', '1,000.50'] },
    {
      what: 'not between a bracket and its word',
      text: 'ab (cd) ef',
      letters: 5,
      lines: ['ab ', '(cd) ', 'ef'],
    },
    {
      what: 'not before a full stop or a percent sign',
      text: 'ab 80%.',
      letters: 6,
      lines: ['ab ', '80%.'],
    },
    {
      what: 'at a line end that was typed, with a space that keeps the words apart',
      text: 'aa\r\nbb\u2028\ncc',
      letters: 9,
      lines: ['aa ', 'bb ', '', 'cc'],
    },
  ])('$what', ({ text, letters, lines }) => {
    expect(textsOf(linesIn(text, letters))).toEqual(lines);
  });

  it('is the same for plain words, which are not looked at letter by letter', () => {
    const letters = [...'aZ07 ,.:;%()-–’"\'/€£$!?&é中א\n\t\u00a0\u200b\u200d\u0301😀'];
    const unit = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('ab', 'Z ', 'a, ', '7: ', 'a.', '1 ') },
      { weight: 1, arbitrary: fc.constantFrom(...letters) },
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(wordsOf(text)).toEqual(brokenWords(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('may be between Chinese letters, but not before a stop', () => {
    expect(wordsOf('护士长。')).toEqual(['护', '士', '长。']);
  });

  it('lets the space behind a typed line end take no room, and leaves none at the end', () => {
    const lines = linesIn('7 Sep 2026 to\n26 Nov 2027', 13);
    expect(textsOf(lines)).toEqual(['7 Sep 2026 to ', '26 Nov 2027']);
    expect(lines).toMatchObject([
      { width: 130, hanging: 10 },
      { width: 110, hanging: 0 },
    ]);
  });

  it('lets the space at a line end take no room', () => {
    const [first, last] = linesIn('aaaa bbbb ', 4);
    expect(first).toMatchObject({ width: 40, hanging: 10 });
    expect(last).toMatchObject({ width: 40, hanging: 0 });
  });

  it('cuts a word that is wider than a line, but no letter from its accents', () => {
    const letter = 'x\u0323\u0302';
    const texts = textsOf(linesIn(letter.repeat(5), 6));
    expect(texts.join('')).toBe(letter.repeat(5).normalize('NFC'));
    for (const line of texts) expect(line.startsWith('x')).toBe(true);
  });

  it('shows no soft hyphen', () => {
    expect(textsOf(linesIn('co\u00adop', 9))).toEqual(['coop']);
  });
});

describe('a translation from right to left', () => {
  const order = (text: string) =>
    linesIn(text, 60).map(({ parts, rightToLeft, fromRight }) => ({
      texts: parts.map((part) => part.text).join('|'),
      levels: parts.map(({ level }) => level),
      rightToLeft,
      fromRight,
    }));

  it('is set from the right where the paragraph is all of it', () => {
    expect(order(marked('שלום 12'))[0]).toMatchObject({ rightToLeft: true, fromRight: true });
    // A name among our own words is not of a translation.
    expect(order('שלום 12')[0]).toMatchObject({ rightToLeft: true, fromRight: false });
    expect(order(marked('Siarter'))[0]).toMatchObject({ rightToLeft: false, fromRight: false });
  });

  it('inside a text of ours leaves what stands around it where it is', () => {
    const [line] = order(`${marked('שלום')}, version 1.0`);
    expect(line).toMatchObject({ rightToLeft: false, fromRight: false });
    // The word alone runs from right to left, the comma behind it does not.
    expect(line?.levels).toEqual([1, 0]);
    expect(line?.texts).toBe('שלום|, version 1.0');
    expect(order(`T.1 ${marked('שלום!')} 2`)[0]?.levels.slice(0, 2)).toEqual([0, 1]);
  });
});
