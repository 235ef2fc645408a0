import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '#reports/model.ts';
import { hasRightToLeft } from '#reports/pdf/bidi.ts';
import { openDocument } from '#reports/pdf/pdf-document.ts';
import { faces } from '#reports/pdf/fonts/faces.ts';
import { piecesOf } from '#reports/pdf/glyph-runs.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { shaped } from '#reports/pdf/fonts/shaping.ts';
import { unshownWords } from '#reports/pdf/unshown.ts';
import { certificateDocument } from '#reports/certificate-model.ts';
import { awardInput } from '#tests/support/decision-fixture.ts';
import { pdfString, plainObjects, readPdf } from '#tests/support/pdf-read.ts';

const createdAt = new Date('2026-03-16T09:00:00Z');

function sheetFor(department: string): DocumentModel {
  return certificateDocument({ ...awardInput, record: { ...awardInput.record, department } });
}

describe('names in other scripts', () => {
  it.each([
    { script: 'Hebrew', name: 'שרה כהן' },
    { script: 'pointed Hebrew', name: 'מֹשֶׁה' },
    { script: 'Punjabi', name: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ' },
    { script: 'Gujarati', name: 'શ્રી કૃષ્ણ પટેલ' },
    { script: 'Tamil', name: 'கிருஷ்ணன் லட்சுமி' },
    { script: 'Bengali', name: 'রবীন্দ্রনাথ চট্টোপাধ্যায়' },
    { script: 'Hindi', name: 'विद्यार्थी शर्मा' },
    { script: 'Arabic', name: 'فاطمة السيد' },
  ])('$script: $name is drawn in its own letters and read as it was typed', async ({ name }) => {
    const bytes = await renderPdf(sheetFor(name), { createdAt });
    expect((await readPdf(bytes)).pages.join('\n')).not.toContain('[U+');
    const typed = name.normalize('NFC');
    // From right to left the whole name is one; otherwise the space between words is read as drawn.
    for (const part of hasRightToLeft(typed) ? [typed] : typed.split(' ')) {
      expect(plainObjects(bytes)).toContain(`/ActualText ${pdfString(part)}`);
    }
    const drawn = piecesOf(typed, 'bold').filter(({ text }) => text.trim() !== '');
    for (const { face } of drawn) expect(face.joins).toBe(true);
  });

  it.each(['ﭪ𐻿', 'ૹૄી', 'ੴਾੑ', 'כֿׁ', 'র‍্যাঁ'])(
    'a letter with marks that its font has no place for (%s) costs nobody the document',
    async (name) => {
      const bytes = await renderPdf(sheetFor(name), { createdAt });
      expect(bytes.length).toBeGreaterThan(1000);
    },
  );

  it.each(['یہ شعبہ طلبہ کی رہنمائی کرتا ہے، اور ان کے ساتھ۔', 'פגישה קבועה בכל חודש'])(
    'whoever takes the letters of %s by where they stand finds its words with spaces, in order',
    async (text) => {
      const bytes = await renderPdf(sheetFor(text), { createdAt });
      expect((await readPdf(bytes)).pages.join('\n')).toContain(text);
    },
  );

  it('reads a bracket among Hebrew letters as it was typed, whichever way it is drawn', async () => {
    const name = 'כהן (שרה)';
    const bytes = await renderPdf(sheetFor(name), { createdAt });
    expect(plainObjects(bytes)).toContain(`/ActualText ${pdfString(name)}`);
  });
});

describe('the forms of letters', () => {
  const glyphsOf = (word: string, file: string): readonly number[] => {
    const face = faces('regular').find(({ name }) => name === file);
    if (face === undefined) throw new Error('no such face');
    const document = openDocument({ title: 't', subject: 's', language: 'en-GB', createdAt });
    document.font(face.name);
    const { font }: { readonly font: PDFKit.ShapedFont } = Reflect.get(document, '_font');
    return shaped(face, font, word).glyphs.map((glyph) => Number(Reflect.get(glyph, 'id')));
  };

  it('a Bengali vowel has its form for the start of a word there and nowhere else', () => {
    const bengali = 'noto-sans-bengali-bengali-400';
    const [start] = glyphsOf('সে', bengali);
    const inside = glyphsOf('হোসেন', bengali);
    // The sign stands before its letter: first of all at the start, fourth in the word.
    expect(inside[0]).toBe(start);
    expect(inside[3]).not.toBe(start);
  });

  it('three Bengali letters that join stay one, whatever letter follows', () => {
    const bengali = 'noto-sans-bengali-bengali-400';
    const alone = glyphsOf('ন্দ্র', bengali);
    const before = glyphsOf('ন্দ্রনাথ', bengali);
    expect(before.slice(0, alone.length)).toEqual(alone);
  });

  it('an Indian vowel that is written before its letter stands before it', () => {
    const tamil = 'noto-sans-tamil-tamil-400';
    const [letter] = glyphsOf('ச', tamil);
    expect(glyphsOf('செ', tamil).indexOf(letter ?? -1)).toBe(1);
  });
});

describe('what is said before a document is made', () => {
  it('names the words with letters that it cannot show, once each, wherever they stand', () => {
    const value = {
      name: 'Wang Xiaoming (王小明)',
      answers: new Map([['G1', { narrative: 'Led by 陳大文\nand\u3000陳大文, with 😀' }]]),
      actions: [{ objective: 'Ask สมชาย', steps: ['なし'] }],
    };
    expect(unshownWords(value)).toEqual(['王小明', '陳大文', '😀', 'สมชาย', 'なし']);
  });

  it('is silent of letters that it can show, or spell', () => {
    const shown = 'Siân Łuk שרה فاطمة ਗੁਰ શ્રી கௌ রবী शर्मा Ελ Оле ≥ → ✓ ﬁ ½ € a\u200db\u00a0c\u2011d';
    expect(unshownWords([shown, 7, null])).toEqual([]);
  });

  it.each(['王', '😀', 'ก', '\u2603'])('agrees with the document about %s', async (letter) => {
    const { pages } = await readPdf(await renderPdf(sheetFor(`A ${letter} B`), { createdAt }));
    expect(pages.join(' ').includes('[U+')).toBe(unshownWords(letter).length > 0);
  });
});
