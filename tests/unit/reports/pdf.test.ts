import { beforeAll, describe, expect, it } from 'vitest';
import { actionPlanDocument } from '#reports/action-plan.ts';
import { awardReportDocument, publicPlanDocument } from '#reports/award-report.ts';
import type { DocumentModel } from '#reports/model.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { awardInput, feedbackInput } from '#tests/support/decision-fixture.ts';
import {
  allTags,
  objectsWith,
  type PdfContent,
  pdfString,
  plainObjects,
  readPdf,
} from '#tests/support/pdf-read.ts';
import { type TaggedText, taggedText } from '#tests/support/pdf-tagged.ts';
import { actions, input } from '#tests/support/report-fixture.ts';

const createdAt = new Date('2026-03-16T09:00:00Z');

type Read = { bytes: Uint8Array; content: PdfContent };

async function render(model: DocumentModel): Promise<Read> {
  const bytes = await renderPdf(model, { createdAt });
  return { bytes, content: await readPdf(bytes) };
}

const arabic = 'فاطمة السيد';

const documents: readonly {
  readonly name: string;
  readonly build: () => DocumentModel;
  /** Names that must come through; the Arabic one also as it is read aloud. */
  readonly names: readonly string[];
  readonly spoken: string | null;
}[] = [
  {
    name: 'action plan',
    build: () => actionPlanDocument(input),
    names: ['Llŷr Wynne', ...arabic.split(' ')],
    spoken: arabic,
  },
  {
    name: 'self-assessment',
    build: () => selfAssessmentDocument(input),
    names: ['Siân Gŵyn'],
    spoken: null,
  },
  {
    name: 'panel feedback',
    build: () => panelFeedbackDocument(feedbackInput),
    names: ['Professor Efa Llŷr-Jones', 'يوسف', 'المصري'],
    spoken: 'يوسف المصري',
  },
  {
    name: 'award report',
    build: () => awardReportDocument(awardInput),
    names: ['Siân Gŵyn'],
    spoken: null,
  },
  { name: 'public plan', build: () => publicPlanDocument(awardInput), names: [], spoken: null },
];

describe.each(documents)('a PDF of the $name', ({ build, names, spoken }) => {
  const model = build();
  let bytes: Uint8Array;
  let content: PdfContent;
  let tagged: readonly TaggedText[];
  beforeAll(async () => {
    ({ bytes, content } = await render(model));
    tagged = await taggedText(bytes);
  });

  it('names its title and language and shows the title', () => {
    expect(content.title).toBe(model.title);
    expect(content.language).toBe('en-GB');
    expect(content.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(content.xmp).toContain(`>${model.title}</rdf:li>`);
    expect(plainObjects(bytes)).toContain('/DisplayDocTitle true');
    expect(plainObjects(bytes)).toContain('/Marked true');
  });

  it('has one heading of level 1 and skips none below', () => {
    const levels = allTags(content.tags).flatMap(({ role }) => {
      const level = /^H([1-6])$/.exec(role)?.[1];
      return level === undefined ? [] : [Number(level)];
    });
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it('has an outline of its headings', () => {
    const titles = (nodes: PdfContent['outline']): readonly string[] =>
      nodes.flatMap((node) => [node.title, ...titles(node.items)]);
    const headings = model.blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    );
    expect(titles(content.outline)).toEqual(['Contents', ...headings]);
  });

  it('has header cells with a scope, and a caption in each table', () => {
    const cells = objectsWith(bytes, '/S /TH');
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) expect(cell).toMatch(/\/Scope \/(Row|Column)/);
    expect(objectsWith(bytes, '/S /Caption')).toHaveLength(objectsWith(bytes, '/S /Table').length);
  });

  it('gives every figure an alternative text and a box', () => {
    const figures = objectsWith(bytes, '/S /Figure');
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(figure).toMatch(/\/BBox \[/);
    const chart = model.blocks.find((block) => block.kind === 'chart');
    const finding = chart?.kind === 'chart' ? chart.chart.finding : '';
    const alts = allTags(content.tags).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []));
    expect(alts.every((alt) => alt !== null && alt !== '')).toBe(true);
    expect(alts[0]).toContain(finding);
  });

  it('labels the parts of its lists', () => {
    const items = allTags(content.tags).filter(({ role }) => role === 'LI');
    expect(items.length).toBeGreaterThan(5);
    for (const { children } of items) {
      expect(children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
    }
  });

  it('says of every list what its labels are', () => {
    const lists = objectsWith(bytes, '/S /L');
    expect(lists.length).toBeGreaterThan(1);
    for (const list of lists) {
      expect(list).toMatch(/\/O \/List/);
      expect(list).toMatch(/\/ListNumbering \/(Disc|Decimal|None)/);
    }
    expect(objectsWith(bytes, '/ListNumbering /Decimal')).toHaveLength(
      model.blocks.filter((block) => block.kind === 'list' && block.ordered).length,
    );
    expect(objectsWith(bytes, '/ListNumbering /Disc')).toHaveLength(
      model.blocks.filter((block) => block.kind === 'list' && !block.ordered).length,
    );
  });

  it('keeps the space at the end of a line, so that no two words run together', () => {
    const read = new Set(tagged.map(({ text }) => text));
    const paragraphs = model.blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text];
      if (block.kind === 'list') return block.items;
      if (block.kind === 'callout') return block.paragraphs;
      return [];
    });
    const long = [model.notice, ...paragraphs].filter(
      (text) => text.length > 120 && !text.includes('\n'),
    );
    expect(long.length).toBeGreaterThan(1);
    const whole = tagged.map(({ text }) => text).join('');
    // One that goes on on the next page is two parts of the same element.
    for (const text of long) expect(read.has(text) || whole.includes(text)).toBe(true);
  });

  it('reads a line of the contents as a title and its page', () => {
    const entries = tagged.filter(({ role }) => role === 'Link').map(({ text }) => text);
    const contents = model.blocks.find((block) => block.kind === 'contents');
    const depth = contents?.kind === 'contents' ? contents.depth : 2;
    const listed = model.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level <= depth ? [block.text] : [],
    );
    expect(entries.map((entry) => entry.replace(/, \d+$/, ''))).toEqual(listed);
    for (const entry of entries) expect(entry).toMatch(/\S, \d+$/);
  });

  it('embeds every font with a way back to its text', () => {
    const fonts = objectsWith(bytes, '/Subtype /Type0');
    const descriptors = objectsWith(bytes, '/Type /FontDescriptor');
    expect(descriptors).toHaveLength(fonts.length);
    for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile2 \d+ 0 R/);
    for (const font of fonts) expect(font).toMatch(/\/ToUnicode \d+ 0 R/);
    expect(plainObjects(bytes)).not.toMatch(/\/Subtype \/Type[13]\b/);
  });

  it('says on every page whom it is for, what the charter is, and which page it is', () => {
    const count = content.pages.length;
    content.pages.forEach((text, index) => {
      const flat = text.replaceAll('\n', ' ');
      expect(flat).toContain(`Page ${index + 1} of ${count}`);
      expect(flat).toContain(model.audience);
      expect(flat).toContain(model.notice);
    });
  });

  it('SEC-76 is the same bytes for the same input', async () => {
    const again = await renderPdf(build(), { createdAt });
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  it('SEC-76 runs nothing, opens nothing and names no program version', () => {
    const file = plainObjects(bytes);
    for (const name of ['/JS', '/JavaScript', '/OpenAction', '/Launch', '/EmbeddedFile', '/URI']) {
      expect(file).not.toMatch(new RegExp(`${name}(?![A-Za-z])`));
    }
    expect(file).not.toMatch(/pdfkit/i);
    expect(file).not.toContain(process.cwd());
  });

  it('keeps Welsh and Arabic names', () => {
    const text = content.pages.join('\n');
    for (const name of names) expect(text).toContain(name);
    // Read aloud as it was typed, in whatever order the glyphs stand.
    if (spoken !== null) expect(plainObjects(bytes)).toContain(`/ActualText ${pdfString(spoken)}`);
  });
});

describe('a PDF of an awkward document', () => {
  const [first] = actions;
  if (first === undefined) throw new Error('the fixture has actions');

  it('shows a character that no font has, and drops none', async () => {
    const objective = 'Say 😀 with ≥ 80% → done ✓ and \u0007 and 日本';
    const { content } = await render(
      actionPlanDocument({ ...input, actions: [{ ...first, objective }] }),
    );
    const text = content.pages.join('\n').replaceAll('\n', ' ');
    expect(text).toContain('[U+1F600]');
    expect(text).toContain('>= 80% -> done (yes)');
    expect(text).toContain('[U+0007]');
    expect(text.replaceAll(' ', '')).toContain('[U+65E5][U+672C]');
  });

  it('SEC-76 treats a narrative as text, whatever it looks like', async () => {
    const reason = 'End ) Tj ET /JS (app.alert) /OpenAction %%EOF endobj <script>';
    const title = 'Trust <A & B>\u0000\n%%EOF';
    const { bytes, content } = await render(
      actionPlanDocument({ ...input, department: title, actions: [{ ...first, reason }] }),
    );
    expect(content.pages.join(' ').replaceAll('\n', ' ')).toContain(reason);
    expect(content.title).toBe('Action plan: Trust <A & B> %%EOF');
    expect(content.xmp).toContain('Action plan: Trust &lt;A &amp; B&gt; %%EOF');
    expect(plainObjects(bytes)).not.toMatch(/\/(JS|OpenAction)(?![A-Za-z])/);
  });

  it('sets 20,000 characters on several pages without losing a word', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${index}`);
    const narrative = words.join(' ').slice(0, 20_000);
    const answers = new Map(input.answers.answers);
    answers.set('G1', { claimed: 3, notApplicable: null, narrative, evidence: [] });
    const { content } = await render(
      selfAssessmentDocument({ ...input, answers: { ...input.answers, answers } }),
    );
    const text = content.pages.join(' ');
    for (const word of narrative.split(' ')) expect(text).toContain(word);
  });

  it('cuts a word wider than the page and keeps a row longer than a page', async () => {
    const objective = 'x'.repeat(500);
    const owner = Array.from({ length: 900 }, (_, index) => `name${index}`).join(' ');
    const { content } = await render(
      actionPlanDocument({ ...input, actions: [{ ...first, objective, owner }] }),
    );
    const text = content.pages.join('').replaceAll('\n', '');
    expect(text).toContain('x'.repeat(80));
    expect(text).toContain('name899');
  });

  it('lays out 200 actions', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...first,
      id: `a${index}`,
      objective: `Objective number ${index + 1}`,
    }));
    const { bytes, content } = await render(actionPlanDocument({ ...input, actions: many }));
    const text = content.pages.join('\n');
    for (const { objective } of many) expect(text).toContain(objective);
    expect(content.pages.length).toBeGreaterThan(60);
    expect(objectsWith(bytes, '/S /Figure').length).toBeGreaterThan(5);
    expect(objectsWith(bytes, '/S /THead')).toHaveLength(objectsWith(bytes, '/S /Table').length);
  });

  it('lays out a plan without actions', async () => {
    const { content } = await render(actionPlanDocument({ ...input, actions: [] }));
    expect(content.pages.join(' ')).toContain('This plan has no actions yet.');
  });
});
