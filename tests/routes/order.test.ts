// Slow work of one person is nobody else's wait: what is asked for later is answered before it is done.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  HOSTILE_DOCUMENTS,
  HOSTILE_WORKBOOKS,
  workbookOfLines,
  workbookWith,
} from '#tests/support/hostile-files.ts';
import { type Answer, signedInAs, unescaped, type Visitor, visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, type Ids, idsOf } from './access-places.ts';

/** More pages than are answered between a file's arrival and the beginning of its reading. */
const PAGES = 40;

let app: AppServer;
let ids: Ids;
let lead: Visitor;
let colleague: Visitor;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  lead = await signedInAs(app, PEOPLE.lead);
  colleague = await signedInAs(app, PEOPLE.contributor);
});
afterAll(() => app?.stop());

function posted(place: string, file: Buffer, name: string): Promise<Answer> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(file)], name));
  return lead.upload(addressOf(place, ids), form);
}

/** How many pages someone without a session is answered, one after the other, before this is. */
async function answeredBefore(file: Promise<Answer>): Promise<number> {
  const person = visitor(app);
  const state = { answered: 0, over: false };
  void file.finally(() => (state.over = true));
  while (!state.over) {
    expect((await person.get('/healthz')).status).toBe(200);
    state.answered += 1;
  }
  return state.answered;
}

const slowSheet = () => workbookWith('<row><c/><c/><c/><c/></row>'.repeat(70_000));
const [, slowDocument = () => Buffer.alloc(0)] =
  HOSTILE_DOCUMENTS.find(([what]) => what === 'very many paragraphs') ?? [];

describe('while a file is read that was made to be slow', () => {
  test.each([
    ['a workbook', '/assessments/:id/actions/import', slowSheet, 'plan.xlsx'],
    ['a document', '/assessments/:id/draft', slowDocument, 'draft.docx'],
  ] as const)('pages are answered before %s is', async (_, place, file, name) => {
    const answer = posted(place, file(), name);
    expect(await answeredBefore(answer)).toBeGreaterThan(PAGES);
    expect((await answer).status).toBe(422);
  });
});

test.each([
  ['/assessments/:id/actions/import', 'plan.xlsx', HOSTILE_WORKBOOKS],
  ['/assessments/:id/draft', 'draft.docx', HOSTILE_DOCUMENTS],
] as const)(
  '%s refuses every hostile file with its limit, one after the other',
  async (...given) => {
    const [place, name, files] = given;
    for (const [what, file, words] of files) {
      const answer = await posted(place, file(), name);
      expect([what, answer.status]).toEqual([what, 422]);
      expect(unescaped(answer.text)).toMatch(words);
    }
  },
);

test('SEC-60 a workbook whose cells hold very many lines has one problem a row, on a page of a usual size', async () => {
  const answer = await posted('/assessments/:id/actions/import', workbookOfLines(10), 'plan.xlsx');
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Enter at most 20 milestones');
  expect(answer.text.length).toBeLessThan(200_000);
});

describe('documents that one person asks for at the same time', () => {
  const address = () => addressOf('/assessments/:id/documents/self-assessment', ids);

  test('are made in turn, and with two waiting the next is answered with when to ask again', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => lead.get(address())));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(4);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, text } of refused) {
      expect(headers.get('retry-after')).toBe('5');
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(text).toContain('<h1>Your other files come first</h1>');
    }
  });

  test('are not all done before one of somebody else that was asked for last', async () => {
    const order: string[] = [];
    const note = (person: string) => (answer: Answer) => {
      if (answer.status === 200) order.push(person);
    };
    const all = Array.from({ length: 12 }, () => lead.get(address()).then(note('lead')));
    const other = colleague.get(address()).then(note('colleague'));
    await Promise.all([...all, other]);
    expect(order.filter((person) => person === 'colleague')).toHaveLength(1);
    expect(order.at(-1)).toBe('lead');
  });
});

test('with two waiting, the next file of a person to be read is refused with when to ask again', async () => {
  const file = slowSheet();
  const place = '/assessments/:id/actions/import';
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => posted(place, file, 'plan.xlsx')),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers, text } of refused) {
    expect(headers.get('retry-after')).toBe('5');
    expect(text).toContain('everyone has a turn');
  }
});
