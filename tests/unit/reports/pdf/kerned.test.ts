import Pdf from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { type Face, faces } from '#reports/pdf/fonts/faces.ts';
import { kerned } from '#reports/pdf/fonts/kerned.ts';

const kerning = [...faces('regular'), ...faces('bold')].filter((face) => face.kerns);

type Laid = ReturnType<typeof kerned>;

/** What fontkit makes of a text, by itself. */
function laidByFontkit(face: Face, text: string): Laid {
  const document = new Pdf({ autoFirstPage: false, font: '' });
  document.registerFont(face.name, face.bytes).font(face.name);
  const { font } = Reflect.get(document, '_font');
  return font.layout(text);
}

function places(run: Laid): readonly (readonly number[])[] {
  return (run?.glyphs ?? []).map(({ id, advanceWidth }, index) => {
    const { xAdvance = NaN, yAdvance = 0, xOffset = 0, yOffset = 0 } = run?.positions[index] ?? {};
    return [id, advanceWidth, xAdvance, yAdvance, xOffset, yOffset];
  });
}

describe('a face whose letters only kern', () => {
  it('is the main one, in both weights', () => {
    expect(kerning.map(({ name }) => name)).toEqual([
      'atkinson-hyperlegible-next-latin-400',
      'atkinson-hyperlegible-next-latin-ext-400',
      'atkinson-hyperlegible-next-latin-700',
      'atkinson-hyperlegible-next-latin-ext-700',
    ]);
  });

  it.each(kerning)('has each of its letters beside each as fontkit has it: $name', (face) => {
    const letters = [...face.characters]
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => kerned(face, letter) !== null);
    expect(letters.length).toBeGreaterThan(100);
    const pairs = letters.flatMap((one) => letters.map((other) => one + other)).join('');
    const ours = kerned(face, pairs);
    const theirs = laidByFontkit(face, pairs);
    expect(places(ours)).toEqual(places(theirs));
    expect(ours?.advanceWidth).toBe(theirs?.advanceWidth);
    expect(places(ours).some(([, advance, kernedTo]) => advance !== kernedTo)).toBe(true);
  });

  it.each(['e\u0301', '1\u20442', '\u00ad', '→'])('leaves %j to others', (text) => {
    const [face] = kerning;
    expect(face && kerned(face, text)).toBe(null);
  });
});
