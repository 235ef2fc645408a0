// Whatever stands in the database is text on every page, never markup (SEC-52, SEC-54).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, visitor, withDatabase } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, dataAddress, type Ids, idsOf, plantSecrets } from './access-places.ts';
import { ACCESS } from './access-table.ts';

const PAYLOADS = [
  '<script>pwned(1)</script>',
  '</script><script>pwned(2)</script>',
  '"><img src=x onerror=pwned(3)>',
  `'" autofocus onfocus=pwned(4) x='`,
  '</textarea><svg onload=pwned(5)>',
  '</title></style><iframe srcdoc="<script>pwned(6)</script>">',
  'javascript:pwned(7)',
  '<!--<script>pwned(8)',
  '\u2028\u2029</script><b onclick=pwned(9)>',
  '{{pwned(10)}}${pwned(11)}<%= pwned(12) %>',
];
const ALL = PAYLOADS.join(' ');

/** Every column that holds what people wrote. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  organisations: ['name'],
  departments: ['name'],
  user: ['name'],
  answers: ['narrative'],
  evidence: ['title', 'description', 'link'],
  files: ['name'],
  indicator_counts: ['source'],
  actions: [
    'objective',
    'reason',
    'owner',
    'resources',
    'success_measure',
    'responsible',
    'baseline',
    'target',
    'key_priority',
  ],
  rounds: ['name'],
};

let app: AppServer;
let ids: Ids;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  const lead = await signedInAs(app, PEOPLE.lead);
  const comments = addressOf('/assessments/:id/criteria/:criterion/comments', ids);
  expect((await lead.post(comments, { intent: 'add', text: ALL })).status).toBe(303);
  const progress = { note: ALL, status: 'on-track' };
  const action = addressOf('/assessments/:id/actions/:action', ids);
  expect((await lead.post(action, progress)).status).toBe(303);
  const criterion = `/assessments/${ids['id']}/criteria/S5`;
  const answer = { narrative: ALL, rating: '1', version: '0' };
  expect((await lead.post(criterion, answer)).status).toBe(303);
  withDatabase(app.folder, (database) => {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns) database.prepare(`update ${table} set ${column} = ?`).run(ALL);
    }
    database.prepare('update actions set steps = ?').run(JSON.stringify(PAYLOADS));
    database.prepare("update evidence set criterion = 'G1' where id = ?").run(ids['evidence']);
    database
      .prepare("update answers set claimed = null, not_applicable = ? where criterion = 'G2'")
      .run(ALL);
  });
});
afterAll(() => app?.stop());

/** Tags and attributes that only a payload can have brought, and scripts without a nonce. */
function live(html: string): readonly string[] {
  const tags = html.match(/<[a-z!/][^<>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      /^<(?:img|iframe|b|object|embed|base|!--<)\b/i.test(tag) ||
      /^<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/i.test(tag) ||
      /(?:href|src|action)="\s*javascript:/i.test(tag) ||
      (/^<script\b/i.test(tag) && !tag.includes('nonce="')),
  );
}

test('the search for what is live finds the payloads where nothing escapes them', () => {
  expect(live(PAYLOADS.slice(0, 6).join('')).length).toBeGreaterThan(4);
  expect(live('<a href="javascript:pwned(7)">')).toHaveLength(1);
  expect(live('<p title="onload=x">&lt;script&gt;pwned(1)</p>')).toEqual([]);
});

test.each(['lead', 'viewer', 'administrator'] as const)(
  'SEC-52 SEC-54 no page that the %s can open runs what someone wrote',
  async (role) => {
    const person = await signedInAs(app, PEOPLE[role]);
    const extra = ['G2', 'G3', 'S5', 'S5/history'].map(
      (one) => `/assessments/${ids['id']}/criteria/${one}`,
    );
    const pages = ACCESS.filter(
      ({ method, statuses }) => method === 'GET' && statuses[role] === 200,
    )
      .map(({ pattern }) => addressOf(pattern, ids))
      .filter((address) => !address.includes('/documents/'));
    let seen = 0;
    for (const address of role === 'administrator' ? pages : [...pages, ...extra]) {
      const page = await person.get(address);
      expect(page.status, address).toBe(200);
      const type = page.headers.get('content-type') ?? '';
      if (type.startsWith('application/atom+xml')) {
        // A feed is XML by its nature: what someone wrote is text in it.
        expect(live(page.text), address).toEqual([]);
        continue;
      }
      if (!type.startsWith('text/html')) {
        expect(type, address).not.toMatch(/html|svg|\/xml|\+xml|javascript/);
        continue;
      }
      expect(live(page.text), address).toEqual([]);
      // In the page's own scripts no `<` of a text may stand.
      for (const [script] of page.text.matchAll(/<script\b[^>]*>.*?<\/script>/gs)) {
        expect(script.slice(1, -9), address).not.toMatch(/<(?!\/script>$)|[\u2028\u2029]/);
      }
      if (page.text.includes('pwned')) seen += 1;
      const data = await person.get(dataAddress(address));
      expect(data.headers.get('content-type'), address).toMatch(/^text\/(?:x-script|plain)/);
    }
    expect(seen).toBeGreaterThan(role === 'administrator' ? 2 : 5);
  },
);

test('SEC-52 what someone typed comes back as text too', async () => {
  const person = await signedInAs(app, PEOPLE.lead);
  const answers = [
    await visitor(app).post('/sign-in', { email: ALL, password: 'x' }),
    await visitor(app).get(
      `/sign-in?next=${encodeURIComponent(ALL)}&done=${encodeURIComponent(ALL)}`,
    ),
    await person.post(`/assessments/${ids['id']}/actions/new`, { owner: ALL, 'startOn-day': ALL }),
    await person.post(`/assessments/${ids['id']}/indicators/${ids['indicator']}`, {
      firstNumerator: ALL,
      version: '0',
    }),
    await person.post(`/assessments/${ids['id']}/criteria/G1`, {
      narrative: ALL,
      rating: ALL,
      version: '1',
    }),
    await person.get(`/assessments/${ids['id']}/where-we-stand?to=${encodeURIComponent(ALL)}`),
    await person.get(`/assessments/${ids['id']}/actions/new?criterion=${encodeURIComponent(ALL)}`),
    await person.get(`/${encodeURIComponent(ALL)}`),
  ];
  for (const { text } of answers) expect(live(text)).toEqual([]);
});

test('SEC-57 names in the header of a download are no headers', async () => {
  const person = await signedInAs(app, PEOPLE.lead);
  withDatabase(app.folder, (database) =>
    database.prepare('update files set name = ?').run('a"\r\nSet-Cookie: a=b\r\n\r\n<script>.txt'),
  );
  const { status, headers } = await person.get(
    addressOf('/assessments/:id/evidence/:evidence/file', ids),
  );
  expect(status).toBe(200);
  expect(headers.get('set-cookie') ?? '').not.toContain('a=b');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="a_/);
  for (const kind of ['export', 'documents/action-plan']) {
    const answer = await person.get(`/assessments/${ids['id']}/${kind}`);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[a-z0-9.-]+"$/,
    );
  }
});
