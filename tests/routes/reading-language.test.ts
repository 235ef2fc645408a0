// Charters read in another language: every page that shows a text of a charter shows it in that language, marked
// as such for those who hear the page (WCAG 3.1.2), and nothing that is written down is in it.
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { handledApp, type HandledApp } from '#tests/support/handled-app.ts';
import type { Visitor } from '#tests/support/http.ts';
import { spokenText } from '#tests/support/pdf-tagged.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { inCapitals, inCapitalsToo, unmarkedPassages } from '#tests/support/translated.ts';
import { builtRoutes, patternsOf } from './access-places.ts';

const CHARTER = '/charters/bme-mentoring@1.0.0';
const WELSH = '<span lang="cy" dir="ltr">';

let app: HandledApp;
let patterns: readonly RegExp[];

beforeAll(async () => {
  app = await handledApp({}, undefined, (library) =>
    inCapitalsToo(library, [
      ...['bme-mentoring@1.0.0', 'bme-mentoring@1.0.1', 'bme-mentoring@1.0.2'],
      'gender-equality-example@1.0.0',
    ]),
  );
  const all = patternsOf(await builtRoutes()).filter((pattern) => !pattern.includes('*'));
  // What is written out comes before what stands for anything.
  patterns = all
    .toSorted((one, other) => one.split(':').length - other.split(':').length)
    .map((pattern) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`));
});

async function inWelsh(email?: string): Promise<Visitor> {
  const person = app.visitor();
  if (email !== undefined) {
    expect((await person.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  }
  await person.get(`${CHARTER}?language=cy`);
  expect(person.cookie()).toContain('charter-language=cy');
  return person;
}

/** Follows the links of pages, to one page of each kind, and tells what is wrong on them. */
async function lookAround(person: Visitor, from: readonly string[]) {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const left = [...from];
  const known = new Set(left);
  for (let address = left.shift(); address !== undefined; address = left.shift()) {
    const [path = ''] = address.split('?');
    const kind = String(patterns.find((pattern) => pattern.test(path)));
    if (seen.has(kind)) continue;
    const { status, headers, text } = await person.get(address);
    if (status !== 200 || headers.get('content-type')?.startsWith('text/html') !== true) continue;
    seen.add(kind);
    wrong.push(...unmarkedPassages(text).map((passage) => `${address}: ${passage}`));
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      const leaves = /^\/(?:sign-out|assets)|\.(?:pdf|csv|xlsx|docx|zip|woff2|css)|language=/.test(
        next,
      );
      if (!leaves && !known.has(next)) left.push(next);
      known.add(next);
    }
  }
  return { wrong, pages: seen.size };
}

describe('whoever reads charters in Welsh', () => {
  test.each(['CY', 'cy-GB', 'cy-Latn-GB'])(
    '%s finds Welsh, and is remembered as it',
    async (tag) => {
      const reader = app.visitor();
      const page = await reader.get(`${CHARTER}?language=${tag}`);
      expect(page.text).toContain(WELSH);
      expect(page.text).toContain('shown in Welsh');
      expect(reader.cookie()).toContain('charter-language=cy');
    },
  );

  test.each([
    ['a lead', PEOPLE.lead, ['/']],
    ['the chair of a panel', PEOPLE.chair, ['/reviews']],
    [
      'an administrator',
      PEOPLE.administrator,
      ['/admin', '/admin/charters', '/admin/awards', '/admin/desk'],
    ],
    ['anybody', undefined, ['/awards', CHARTER, '/']],
  ] as const)('has every text of a charter marked as Welsh, as %s', async (_who, email, from) => {
    const { wrong, pages } = await lookAround(await inWelsh(email), from);
    expect(wrong).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(from.length);
  });

  test('sees the words on the page, in attributes and fields without marks', async () => {
    const lead = await inWelsh(PEOPLE.lead);
    const place = /href="(\/assessments\/[^"/?]+)"/.exec((await lead.get('/')).text)?.[1] ?? '';
    const own = app.visitor();
    await own.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    const plain = await own.get(`${place}/criteria/G1`);
    const { charter } = app.services.library.versions.get('bme-mentoring@1.0.0') ?? {};
    const title = (charter && findCriterion(charter, 'G1')?.title) ?? '';
    expect(title).not.toBe('');
    expect(plain.text).toContain(title);
    expect(plain.text).not.toContain(WELSH);
    const welsh = await lead.get(`${place}/criteria/G1`);
    expect(welsh.text).toContain(`${WELSH}${inCapitals(title)}</span>`);
    expect(/<title>([^<]*)/.exec(welsh.text)?.[1]).toContain(inCapitals(title));
  });

  test('has documents in Welsh, and files that come back or that programs read in English', async () => {
    const lead = await inWelsh(PEOPLE.lead);
    const place = /href="(\/assessments\/[^"/?]+)"/.exec((await lead.get('/')).text)?.[1] ?? '';
    const plan = await lead.get(`${place}/documents/action-plan`);
    const spoken = await spokenText(plan.bytes);
    expect(spoken.filter(({ lang }) => lang === 'cy').length).toBeGreaterThan(20);
    for (const file of ['draft/questions.docx', 'actions/plan.xlsx', 'export']) {
      const { status, bytes, text } = await lead.get(`${place}/${file}`);
      expect(status).toBe(200);
      const parts = text.startsWith('PK') ? Object.values(unzipSync(bytes)) : [bytes];
      const said = parts.map((part) => Buffer.from(part).toString('utf8')).join('');
      expect([file, /[¶\u{E0001}]/u.test(said)]).toEqual([file, false]);
    }
  });

  test('cannot be led to take what others write for a text of the charter', async () => {
    const lead = await inWelsh(PEOPLE.lead);
    const place = /href="(\/assessments\/[^"/?]+)"/.exec((await lead.get('/')).text)?.[1] ?? '';
    const text = 'Look \u{E0001}here\u{E0001} please';
    const sent = await lead.post(`${place}/criteria/G1/comments`, { intent: 'add', text });
    expect(sent.status).toBe(303);
    const page = await lead.get(`${place}/criteria/G1/comments`);
    expect(page.text).toContain('Look here please');
  });

  test('goes back to the own language of charters by a link', async () => {
    const reader = await inWelsh();
    expect((await reader.get(CHARTER)).text).toContain(WELSH);
    expect((await reader.get(`${CHARTER}?language=en`)).text).not.toContain(WELSH);
    expect(reader.cookie()).not.toContain('charter-language');
    expect((await reader.get(CHARTER)).text).not.toContain(WELSH);
  });

  test.each(['fr', 'cy-', '<script>', ''])(
    'a language that no charter has is none: %j',
    async (language) => {
      const reader = app.visitor();
      const page = await reader.get(`${CHARTER}?language=${encodeURIComponent(language)}`);
      expect(page.text).not.toContain(WELSH);
      expect(reader.cookie()).toBe('');
    },
  );
});
