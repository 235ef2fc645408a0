// How pages end: no heading, and no sentence that introduces something, is left behind at the foot.
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { actionPlanDocument } from '#reports/action-plan.ts';
import type { Block, DocumentModel } from '#reports/model.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { actions, input } from '#tests/support/report-fixture.ts';

const createdAt = new Date('2026-03-16T09:00:00Z');

type Piece = { readonly tag: string; readonly text: string };

/** What stands on each page, top to bottom, without what belongs to the page itself. */
async function piecesByPage(model: DocumentModel): Promise<readonly (readonly Piece[])[]> {
  const document = await getDocumentProxy(await renderPdf(model, { createdAt }));
  const pages: (readonly Piece[])[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    pages.push(piecesOf(items));
  }
  await document.cleanup();
  return pages;
}

function piecesOf(items: readonly object[]): readonly Piece[] {
  const pieces: { tag: string; text: string }[] = [];
  const open: string[] = [];
  for (const item of items) {
    if ('type' in item && item.type === 'endMarkedContent') open.pop();
    else if ('tag' in item) {
      open.push(String(item.tag));
      pieces.push({ tag: String(item.tag), text: '' });
    } else if ('str' in item) {
      const last = pieces.at(-1);
      if (open.length > 0 && last !== undefined) last.text += String(item.str);
    }
  }
  return pieces.filter(({ tag, text }) => tag !== 'Artifact' && (text !== '' || tag === 'Figure'));
}

async function headingsLeftBehind(model: DocumentModel): Promise<readonly string[]> {
  const pages = await piecesByPage(model);
  return pages.flatMap((pieces) => {
    const last = pieces.at(-1);
    return last !== undefined && /^H\d$/.test(last.tag) ? [last.text] : [];
  });
}

const line: Block = { kind: 'paragraph', style: 'body', text: 'One line of text.' };

/** A chapter whose end comes `lines` lines further down the page. */
function after(lines: number, ...blocks: readonly Block[]): DocumentModel {
  const before = Array.from({ length: lines }, () => line);
  const start: Block = { kind: 'heading', level: 2, text: 'Before' };
  return { ...actionPlanDocument(input), blocks: [start, ...before, ...blocks] };
}

const everyPlace = Array.from({ length: 34 }, (_, index) => index);
const heading: Block = { kind: 'heading', level: 3, text: 'A criterion' };
const question: Block = {
  kind: 'paragraph',
  style: 'lead',
  text: 'Who on the board answers for this work, and what have they given it? '.repeat(2).trim(),
};
const details: Block = {
  kind: 'details',
  facts: [
    { label: 'Claimed', value: '3 (Working). There is evidence that it makes a difference.' },
    { label: 'Supported', value: 'In full' },
  ],
};
const table = actionPlanDocument(input).blocks.find((block) => block.kind === 'table');

describe('no heading is the last content of a page', () => {
  it.each([
    ['plan', actionPlanDocument(input)],
    ['plan without actions', actionPlanDocument({ ...input, actions: [] })],
    ['self-assessment', selfAssessmentDocument(input)],
  ])('in the %s', async (_, model) => {
    expect(await headingsLeftBehind(model)).toEqual([]);
  });

  it('in a plan of 200 actions', async () => {
    const many = Array.from({ length: 200 }, (_, index) => actions[index % actions.length]).flatMap(
      (action, index) => (action === undefined ? [] : [{ ...action, id: `a${index}` }]),
    );
    expect(await headingsLeftBehind(actionPlanDocument({ ...input, actions: many }))).toEqual([]);
  });
});

describe('wherever on the page it comes', () => {
  it('a heading stays with its question and the start of the answer', async () => {
    for (const lines of everyPlace) {
      const pages = await piecesByPage(after(lines, heading, question, details));
      const page = pages.find((pieces) => pieces.some(({ text }) => text === 'A criterion'));
      const found = page?.slice(page.findIndex(({ text }) => text === 'A criterion')) ?? [];
      expect(found.map(({ tag }) => tag).slice(0, 4)).toEqual(['H3', 'P', 'Lbl', 'LBody']);
    }
  });

  it('an introduction stays with the caption, the header and the first row of its table', async () => {
    if (table === undefined) throw new Error('the plan has a table');
    for (const lines of everyPlace) {
      const pages = await piecesByPage(after(lines, heading, line, table));
      const page = pages.find((pieces) => pieces.some(({ text }) => text === 'A criterion'));
      const found = page?.slice(page.findIndex(({ text }) => text === 'A criterion')) ?? [];
      const tags = found.map(({ tag }) => tag);
      expect(tags.slice(0, 3)).toEqual(['H3', 'P', 'P']);
      expect(tags).toContain('TD');
    }
  });
});

describe('the summary', () => {
  it('has its figures and its chart on one page', async () => {
    const pages = await piecesByPage(actionPlanDocument(input));
    const page = pages.find((pieces) => pieces.some(({ tag }) => tag === 'Figure')) ?? [];
    expect(page.map(({ text }) => text)).toContain('Where we stand');
  });
});
