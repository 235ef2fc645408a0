// Ids of others, ids that do not exist, changed roles, and pages without a policy (SEC-01, 03 to 05, 07, 10).
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorsOf, pagePath, routesWithoutDoor } from '#app/http/door/doors-of.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  signedInAs,
  tablesHash,
  timeless,
  type Visitor,
  visitor,
  withDatabase,
} from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import {
  addressOf,
  builtRoutes,
  dataAddress,
  type Ids,
  idsOf,
  validForm,
} from './access-places.ts';
import { ACCESS } from './access-table.ts';

const NOBODYS = '01900000-0000-7000-8000-00000000abcd';
// A change of what is not there may be a change of what a colleague has just taken away.
const NOT_THERE = [404, 409];
const OWNED = ['evidence', 'action'] as const;

let app: AppServer;
let own: Ids;
let foreign: readonly Ids[];
let lead: Visitor;

beforeAll(async () => {
  app = await startApp();
  own = idsOf(app.folder, 'Therapies and rehabilitation');
  foreign = [
    idsOf(app.folder, 'Maternity, children and young people’s services'),
    idsOf(app.folder, 'Community nursing'),
  ];
  lead = await signedInAs(app, PEOPLE.lead);
});
afterAll(() => app?.stop());

/** A page without what differs each time, the ids that were asked for as well. */
function alike(html: string, ids: readonly (string | undefined)[]): string {
  const bare = ids.reduce<string>((text, id) => (id ? text.replaceAll(id, 'ID') : text), html);
  return timeless(bare);
}

/** What is answered to a page and its data, or to a change and a removal. */
async function asked(method: string, pattern: string, ids: Ids): Promise<readonly number[]> {
  const address = addressOf(pattern, ids);
  const form = validForm(app.folder, pattern, ids) ?? {};
  const removable = /:(?:evidence|action)$/.test(pattern);
  const second = removable ? { ...form, intent: 'remove' } : form;
  const answers =
    method === 'GET'
      ? [await lead.get(address), await lead.get(dataAddress(address))]
      : [await lead.post(address, form), await lead.post(address, second)];
  return answers.map(({ status }) => status);
}

describe('SEC-02 what belongs to others looks as if it did not exist', () => {
  test('a foreign assessment and one that does not exist are the same page', async () => {
    const patterns = ACCESS.filter(({ statuses }) => statuses.stranger === 404)
      .filter(({ method, pattern }) => method === 'GET' && pattern.startsWith('/assessments'))
      .map(({ pattern }) => pattern);
    for (const pattern of patterns) {
      const [there = own] = foreign;
      const nowhere = { ...there, id: NOBODYS };
      const answers = await Promise.all(
        [there, nowhere].map(async (ids) => {
          const address = addressOf(pattern, ids);
          const [page, data] = [await lead.get(address), await lead.get(dataAddress(address))];
          return [
            page.status,
            data.status,
            ...[page, data].map(({ text }) => alike(text, [ids['id']])),
          ];
        }),
      );
      expect(answers[0], pattern).toEqual(answers[1]);
      expect(answers[0]?.slice(0, 2), pattern).toEqual([404, 404]);
    }
  });

  test('the pages of the administrator look to others like a page that is not there', async () => {
    const [admin, nothing] = [await lead.get('/admin'), await lead.get('/no-such-page')];
    expect([admin.status, nothing.status]).toEqual([404, 404]);
    expect(alike(admin.text, [])).toBe(alike(nothing.text, []));
    expect(nothing.text).toContain('action="/sign-out"');
  });

  test.each(OWNED)(
    'SEC-04 an own assessment with the %s of another one is not found',
    async (thing) => {
      const before = tablesHash(app.folder);
      for (const other of foreign) {
        const mixed = { ...own, [thing]: other[thing] ?? '' };
        for (const { method, pattern } of ACCESS.filter((row) =>
          row.pattern.includes(`:${thing}`),
        )) {
          const statuses = await asked(method, pattern, mixed);
          expect(statuses, `${method} ${pattern}`).toEqual(
            await asked(method, pattern, { ...own, [thing]: NOBODYS }),
          );
          for (const status of statuses) expect(NOT_THERE, pattern).toContain(status);
        }
      }
      expect(tablesHash(app.folder)).toBe(before);
    },
  );

  test.each([
    ['criterion', 'Z9'],
    ['criterion', 'constructor'],
    ['indicator', 'promotion-by-gender'],
    ['kind', 'no-such-kind'],
    ['evidence', NOBODYS],
    ['action', NOBODYS],
  ])('a %s that the charter or the assessment does not have is not found', async (thing, value) => {
    const before = tablesHash(app.folder);
    for (const { method, pattern, statuses: usual } of ACCESS) {
      if (!pattern.includes(`:${thing}`) || usual.lead === 400) continue;
      const statuses = await asked(method, pattern, { ...own, [thing]: value });
      for (const status of statuses) expect(NOT_THERE, pattern).toContain(status);
    }
    expect(tablesHash(app.folder)).toBe(before);
  });

  test.each(['1', '0', '-1', 'null', '%00', "'%20or%201=1--"])(
    'ids that can be guessed are no ids: %s',
    async (id) => {
      for (const address of [`/assessments/${id}`, `/assessments/${own['id']}/evidence/${id}`]) {
        expect((await lead.get(address)).status).toBe(404);
      }
    },
  );
});

describe('SEC-03 there is no other door to a page', () => {
  test.each([
    '/admin/_.data',
    '/admin.data?_routes=root',
    '/ADMIN',
    '/%61dmin',
    '/admin/',
    '//admin',
  ])('a lead asks for %s and finds nothing', async (address) => {
    const answer = await lead.get(address);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Harbour Valley');
  });

  test('SEC-05 one loader asked for alone decides by itself', async () => {
    const stranger = await signedInAs(app, PEOPLE.stranger);
    const routes = Object.keys(await builtRoutes());
    for (const route of routes) {
      const address = `/assessments/${own['id']}.data?_routes=${encodeURIComponent(route)}`;
      const answer = await stranger.get(address);
      expect(answer.text, route).not.toContain('Therapies and rehabilitation');
    }
  });

  test('the data of a page is asked for under the policy of the page', async () => {
    expect(
      ['/admin.data', '/admin/_.data', '/_.data', '/admin', '/a.data/b'].map(pagePath),
    ).toEqual(['/admin', '/admin/', '/', '/admin', '/a.data/b']);
    for (const address of ['/admin/_.data', `/assessments/${own['id']}/_.data`]) {
      const answer = await visitor(app).get(address);
      expect([answer.status, answer.headers.get('location')?.slice(0, 9)]).toEqual([
        302,
        '/sign-in?',
      ]);
    }
  });
});

describe('SEC-07 a change of roles counts from the next request', () => {
  test('a lead who becomes a viewer may no longer write, and without a role finds nothing', async () => {
    const person = await signedInAs(app, PEOPLE.contributor);
    const page = `/assessments/${own['id']}/criteria/G1`;
    const setRole = (sql: string) =>
      withDatabase(app.folder, (database) =>
        database.prepare(`${sql} where user_id = ?`).run(own['person']),
      );
    expect((await person.get(`${page}/evidence`)).status).toBe(200);
    setRole("update memberships set role = 'organisation-viewer'");
    const before = tablesHash(app.folder);
    expect((await person.get(page)).status).toBe(200);
    expect((await person.get(`${page}/evidence`)).status).toBe(403);
    const pattern = '/assessments/:id/criteria/:criterion';
    const form = validForm(app.folder, pattern, own) ?? {};
    expect((await person.post(page, form)).status).toBe(403);
    expect(tablesHash(app.folder)).toBe(before);
    setRole('delete from memberships');
    expect((await person.get(page)).status).toBe(404);
    expect((await person.get('/')).text).not.toContain('Therapies');
    withDatabase(app.folder, (database) =>
      database.prepare('delete from user where id = ?').run(own['person']),
    );
    expect((await person.get(page)).headers.get('location')).toMatch(/^\/sign-in/);
  });
});

describe('SEC-01 a page that does not say for whom it is', () => {
  const page = (id: string, path: string, module: object) => [
    id,
    { id, parentId: 'root', path, module },
  ];
  const routes = Object.fromEntries([
    ['root', { id: 'root', module: {} }],
    page('open', 'open', { door: { policy: 'public', limited: true } }),
    page('forgotten', 'forgotten', {}),
    page('misspelt', 'misspelt', { door: { policy: 'everyone' } }),
    page('unknown', 'unknown', { door: { policy: 'public', limit: true } }),
    page('not', 'not', { door: { policy: 'public', limited: false } }),
    page('silent', 'silent', { door: { limited: true } }),
  ]);

  test('is named', () => {
    expect(routesWithoutDoor({ routes })).toEqual([
      'forgotten',
      'misspelt',
      'unknown',
      'not',
      'silent',
    ]);
  });

  test('answers nobody', () => {
    const doorOf = doorsOf({ routes });
    expect(doorOf('/open')).toEqual({ policy: 'public', limited: true });
    const closed = ['/forgotten', '/misspelt', '/unknown', '/not', '/silent'].map(doorOf);
    expect(closed).toEqual(closed.map(() => ({ policy: 'nobody' })));
    expect(doorOf('/none')).toEqual({ policy: 'public' });
  });

  test('fails the build', async () => {
    expect(routesWithoutDoor({ routes: await builtRoutes() })).toEqual([]);
    const config = readFileSync('react-router.config.ts', 'utf8');
    expect(config).toMatch(/buildEnd[\s\S]*routesWithoutDoor\(build\)[\s\S]*throw new Error/);
  });
});
