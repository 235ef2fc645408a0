// An administrator who tries every sequence of up to three of the state-changing requests open to them
// (issue 11: nobody can act as somebody else). The service runs in this process, in production mode, on a
// copy of the data; each request is undone by the database before the next sequence goes another way.
//
// Every sequence of one and of two requests is sent. Of those of three, the ones are sent that hang together:
// two requests have to do with each other where one makes the other possible or stops it, or where their
// order matters, which the sequences of two show. The others fall apart into shorter ones that were sent.
// Ids are made of the request, so that an order which does not matter gives the same rows.
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { letterToken } from '#app/use-cases/letters/letter-token.ts';
import { type HandledApp, handledApp } from '#tests/support/handled-app.ts';
import type { Answer, Visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import {
  closingConfirmed,
  retirementConfirmed,
  dataAddress,
  type Ids,
  idsOf,
  plantSecrets,
  READABLE_SECRETS,
} from './access-places.ts';
import { ACCESS } from './access-table.ts';

const ORIGIN = 'https://charter.example.org';
const ENV = {
  MODE: 'production',
  PUBLIC_ORIGIN: ORIGIN,
  SESSION_SECRET: 'only-for-this-test-of-sequences-2f7d1a9c',
  SMTP_URL: 'smtp://127.0.0.1:1',
};
/** A sponsor who has a second factor. */
const WITH_FACTOR = 'margaret.oduyabirtwhistle@calderbeck.example';
/** Addresses whose mail the administrator reads. */
const SECOND = 'second.account@example.org';
const READABLE: readonly string[] = [PEOPLE.administrator, SECOND];

type Row = Record<string, unknown>;
type Given = { readonly app: HandledApp; readonly ids: Ids; readonly admin: Visitor };
type Form = Readonly<Record<string, string>>;
/** A request that the administrator can send in the state as it is; null = there is nothing to send. */
type Step = {
  readonly pattern: string;
  readonly name: string;
  readonly send: (given: Given) => Promise<Answer> | null;
};

let given: Given;
let rows: (sql: string, ...values: readonly string[]) => readonly Row[];

/** What the page that confirms more time gives back: the assessment, and when it closes for it now. */
function extensionConfirmed(): string {
  const [id, round] = [given.ids['id'] ?? '', given.ids['round'] ?? ''];
  const closesAt = one(
    `select max(closes_at) from (
      select closes_at from rounds where id = ?
      union select closes_at from extensions where round_id = ? and assessment_id = ?)`,
    round,
    round,
    id,
  );
  return `once ${[id, closesAt].toSorted().join(' ')}`;
}

function one(sql: string, ...values: readonly string[]): string {
  return String(Object.values(rows(sql, ...values)[0] ?? {})[0] ?? '');
}
const idOf = (email: string) => one('select id from user where email = ?', email);

/** A form of a page, as the administrator sends it. */
function form(pattern: string, name: string, to: () => string | null, fields: () => Form): Step {
  const send: Step['send'] = ({ admin }) => {
    const address = to();
    const typed = fields();
    const complete = Object.values(typed).every((value) => value !== '');
    return address === null || !complete ? null : admin.post(dataAddress(address), typed);
  };
  return { pattern, name: `${pattern} ${name}`, send };
}

const person = (name: string, email: string, fields: () => Form) =>
  form(
    '/admin/people/:person',
    name,
    () => (idOf(email) === '' ? null : `/admin/people/${idOf(email)}`),
    fields,
  );
const roleOf = (email: string) => one('select id from memberships where user_id = ?', idOf(email));
const organisation = () => given.ids['organisation'] ?? '';
const invitations = (name: string, fields: () => Form, at: () => string = organisation) =>
  form(
    '/admin/organisations/:organisation/invitations',
    name,
    () => `/admin/organisations/${at()}/invitations`,
    fields,
  );
const openInvitation = () =>
  one('select id from invitations where accepted_at is null and revoked_at is null order by id');
const newest = () =>
  one('select id from outbox where sent_at is null order by created_at desc, id desc');
const emptyPlace = () =>
  one(
    'select id from organisations o where not exists (select 1 from memberships m where m.organisation_id = o.id) and id not in (select organisation_id from awards) order by id',
  );
const panel = () => given.ids['panel'] ?? '';
const onPanel = (name: string, fields: () => Form) =>
  form('/admin/panels/:panel', name, () => `/admin/panels/${panel()}`, fields);
const award = (name: string, where: string, fields: () => Form) =>
  form(
    '/admin/awards/:award',
    name,
    () => {
      const number = one(`select number from awards where ${where} order by number`);
      return number === '' ? null : `/admin/awards/${number}`;
    },
    fields,
  );
const moment = (name: string, year: string): Form => ({
  [`${name}-day`]: '3',
  [`${name}-month`]: '9',
  [`${name}-year`]: year,
  [`${name}-time`]: '17:00',
});

/** What the newest letter to the administrator's own addresses lets its reader open; '' = nothing. */
function tokenFor(kind: string): string {
  const [letter] = rows(
    `select token_of from outbox where recipient in (?, ?) and token_of like ? order by created_at desc, id desc`,
    ...READABLE,
    `${kind} %`,
  );
  return letter === undefined ? '' : String(letter['token_of']);
}

/** Follows the link of a letter that the administrator reads. */
function follow(
  pattern: string,
  name: string,
  { kind, own, fields }: { readonly kind: string; readonly own: boolean; readonly fields: Form },
): Step {
  return {
    pattern,
    name: `${pattern} ${name}`,
    send: ({ app, admin }) => {
      const tokenOf = tokenFor(kind);
      if (tokenOf === '') return null;
      const post = async () => {
        const { token, writes } = await letterToken(app.services, tokenOf, at());
        await app.services.engine.commit(writes).catch(() => undefined);
        const who = own ? admin : app.visitor();
        return who.post(dataAddress(pattern.replace(':token', token)), fields);
      };
      return post();
    },
  };
}
const at = () => given.app.services.clock().toISOString();

const ACCOUNT = { email: SECOND, name: 'Second Account', password: 'teal pebble orchard' };
const MEMBER = { name: 'Second Account', email: SECOND, intent: 'person' };

const STEPS: readonly Step[] = [
  form(
    '/admin',
    'adds an organisation',
    () => '/admin',
    () => ({
      intent: 'organisation',
      organisation: 'Trust of their own',
      contact: SECOND,
    }),
  ),
  ...['panel-member', 'panel-chair', 'charter-administrator'].map((role) =>
    form(
      '/admin',
      `makes a second account ${role}`,
      () => '/admin',
      () => ({ ...MEMBER, role }),
    ),
  ),
  form(
    '/admin',
    'makes themself chair',
    () => '/admin',
    () => ({
      ...MEMBER,
      email: PEOPLE.administrator,
      role: 'panel-chair',
    }),
  ),
  form(
    '/admin',
    'makes themself lead',
    () => '/admin',
    () => ({
      ...MEMBER,
      email: PEOPLE.administrator,
      role: 'assessment-lead',
      organisation: organisation(),
    }),
  ),
  form(
    '/admin',
    'makes a sponsor administrator',
    () => '/admin',
    () => ({
      ...MEMBER,
      email: PEOPLE.sponsor,
      role: 'charter-administrator',
    }),
  ),
  form(
    '/admin/organisations/:organisation',
    'adds a department',
    () => `/admin/organisations/${organisation()}`,
    () => ({
      intent: 'department',
      newDepartment: 'Department of their own',
    }),
  ),
  form(
    '/admin/organisations/:organisation',
    'adds themself as before',
    () => `/admin/organisations/${organisation()}`,
    () => ({
      ...MEMBER,
      email: PEOPLE.administrator,
      role: 'assessment-lead',
    }),
  ),
  ...[SECOND, PEOPLE.administrator].flatMap((email) => [
    invitations(`invites ${email} as first lead`, () => ({ intent: 'first', email })),
    invitations(`steps in for ${email}`, () => ({ intent: 'step-in', email, reason: 'Left' })),
    invitations(
      `invites ${email} to an empty organisation`,
      () => ({ intent: 'first', email }),
      emptyPlace,
    ),
  ]),
  invitations(
    'invites a second account to an empty organisation',
    () => ({ intent: 'first', email: SECOND }),
    emptyPlace,
  ),
  invitations('invites as before', () => ({
    intent: 'invite',
    email: SECOND,
    role: 'assessment-lead',
  })),
  invitations('sends an invitation again', () => ({
    intent: 'again',
    invitation: openInvitation(),
  })),
  invitations('withdraws an invitation', () => ({
    intent: 'revoke',
    invitation: openInvitation(),
  })),
  invitations('takes a step back', () => ({
    intent: 'stop',
    change: one('select id from role_changes where cancelled_at is null and applied_at is null'),
  })),
  form(
    '/admin/organisations/:organisation/changes',
    'renames',
    () => `/admin/organisations/${organisation()}/changes`,
    () => ({
      intent: 'rename',
      name: 'Another name',
    }),
  ),
  form(
    '/admin/organisations/:organisation/changes',
    'merges',
    () => `/admin/organisations/${organisation()}/changes`,
    () => {
      const into = one(
        'select id from organisations where id <> ? order by created_at desc',
        organisation(),
      );
      return {
        intent: 'merge',
        into,
        'mergedOn-day': '1',
        'mergedOn-month': '3',
        'mergedOn-year': '2026',
        confirmed: `once ${[organisation(), into, '2026-03-01'].toSorted().join(' ')}`,
      };
    },
  ),
  ...[PEOPLE.sponsor, PEOPLE.lead, PEOPLE.chair, SECOND].flatMap((email) => [
    person(`sends ${email} a link`, email, () => ({ intent: 'link' })),
    person(`closes ${email}`, email, () => ({ intent: 'close' })),
    person(`opens ${email}`, email, () => ({ intent: 'open' })),
    person(`takes the role of ${email}`, email, () => ({ remove: roleOf(email) })),
  ]),
  person('takes their own role', PEOPLE.administrator, () => ({
    remove: roleOf(PEOPLE.administrator),
  })),
  follow('/set-password/:token', 'follows a link', {
    kind: 'password-link',
    own: false,
    fields: { password: 'teal pebble orchard' },
  }),
  follow('/invitations/:token', 'accepts as a new account', {
    kind: 'invitation',
    own: false,
    fields: ACCOUNT,
  }),
  follow('/invitations/:token', 'accepts as themself', {
    kind: 'invitation',
    own: true,
    fields: { intent: 'accept' },
  }),
  follow('/role-changes/:token', 'objects to their own', {
    kind: 'role-change',
    own: true,
    fields: {},
  }),
  ...['make-link', 'try-again', 'discard', 'release'].map((intent) =>
    form(
      '/outbox',
      intent,
      () => '/outbox',
      () => ({ intent, letter: newest() }),
    ),
  ),
  form(
    '/outbox',
    'release-all',
    () => '/outbox',
    () => ({ intent: 'release-all' }),
  ),
  form(
    '/admin/charters',
    'retires',
    () => '/admin/charters',
    () => ({
      intent: 'retire',
      charter: 'gender-equality-example@1.0.0',
      'reason-gender-equality-example@1.0.0': 'Nobody needs it',
      confirmed: retirementConfirmed(given.app.folder, 'gender-equality-example@1.0.0'),
    }),
  ),
  form(
    '/admin/panels',
    'makes a panel',
    () => '/admin/panels',
    () => ({ name: 'Panel of their own' }),
  ),
  ...[PEOPLE.administrator, PEOPLE.chair, SECOND].map((email) =>
    onPanel(`seats ${email}`, () => ({ intent: 'seat', person: idOf(email), seat: 'chair' })),
  ),
  onPanel('unseats', () => ({ intent: 'unseat', person: idOf(PEOPLE.chair) })),
  onPanel('puts a submission before it', () => ({
    intent: 'submission',
    submission: one(
      'select id from submissions where withdrawn_at is null and id not in (select submission_id from reviews)',
    ),
  })),
  onPanel('reopens a decision', () => ({
    intent: 'reopen',
    review: one('select review_id from decisions'),
  })),
  form(
    '/admin/appeals',
    'answers an appeal',
    () => '/admin/appeals',
    () => ({
      appeal: one('select id from appeals') || 'none',
      answer: 'accept',
      'reason-none': 'x',
    }),
  ),
  form(
    '/admin/rounds',
    'opens a round',
    () => '/admin/rounds',
    () => ({
      name: 'Round of their own',
      charter: 'bme-mentoring@1.0.0',
      ...moment('opens', '2026'),
      ...moment('closes', '2098'),
    }),
  ),
  form(
    '/admin/rounds/:round',
    'moves its closing',
    () => `/admin/rounds/${given.ids['round']}`,
    () => ({
      ...moment('closes', '2050'),
      'reason-closes': 'A strike',
      confirmed: closingConfirmed(given.app.folder, given.ids['round'] ?? ''),
    }),
  ),
  form(
    '/admin/rounds/:round',
    'gives a department more time',
    () => `/admin/rounds/${given.ids['round']}`,
    () => ({
      assessment: given.ids['id'] ?? '',
      ...moment(`extended-${given.ids['id']}`, '2100'),
      [`reason-${given.ids['id']}`]: 'A day more',
      confirmed: extensionConfirmed(),
    }),
  ),
  award('publishes', 'published_at is null', () => ({ intent: 'publish', read: 'yes' })),
  award('publishes again', 'published_at is not null', () => ({ intent: 'publish', read: 'yes' })),
  award('withdraws', 'published_at is not null', () => ({ intent: 'withdraw', reason: 'Wrong' })),
  form(
    '/admin/erase',
    'erases a file',
    () => '/admin/erase',
    () => ({
      sha256: one(
        'select sha256 from files where erased_at is null and id in (select file_id from evidence) order by id',
      ),
      organisation: '',
      reason: 'A list of staff',
      sure: 'yes',
    }),
  ),
  form(
    '/admin/people/:person/second-factor',
    'takes a second factor away',
    () => `/admin/people/${idOf(WITH_FACTOR)}/second-factor`,
    () => ({ intent: 'ask', reason: 'The device is lost' }),
  ),
  form(
    '/forgotten-password',
    'has forgotten a sponsor’s password',
    () => '/forgotten-password',
    () => ({ email: PEOPLE.sponsor }),
  ),
  // What everyone has, and what gives the administrator nothing of others.
  form(
    '/assessments/new',
    'starts an assessment',
    () => '/assessments/new',
    () => ({
      department: given.ids['department'] ?? '',
      target: 'bme-mentoring@1.0.0 bronze',
      beside: 'yes',
      name: 'Beside',
    }),
  ),
  form(
    '/organisations/:organisation/people',
    'sets the contact',
    () => `/organisations/${organisation()}/people`,
    () => ({
      intent: 'contact',
      contact: SECOND,
    }),
  ),
  form(
    '/organisations/:organisation/answers',
    'begins the answers of an organisation',
    () => `/organisations/${organisation()}/answers`,
    () => ({
      charter: 'bme-mentoring@2.0.0',
      round: one("select id from rounds where charter = 'bme-mentoring@2.0.0'"),
    }),
  ),
];

/**
 * Not steps: they are of one's own session and account, of the calendar, of anyone who is not signed in, or of seats in
 * a review for whoever has the role already (the steps of a panel give seats under the same rule).
 */
const LEFT_OUT = [
  '/*',
  '/account/name',
  '/account/address',
  '/account/address/:token',
  '/account/confirm-at-provider',
  '/account/passkeys',
  '/account/passkeys/options',
  '/account/password',
  '/account/second-factor',
  '/account/sessions',
  '/admin/charters/trial',
  '/admin/panels/:panel/reviews/:review',
  '/awards/:award/objection',
  '/calendar',
  '/reminders/:token',
  '/sign-in',
  '/sign-in/again',
  '/sign-in/code',
  '/sign-in/device/:token',
  '/sign-in/link',
  '/sign-in/passkey',
  '/sign-in/passkey/options',
  '/sign-in/provider',
  '/sign-in/provider/back-channel-logout',
  '/sign-out',
  '/verify',
];

/** Rows that grow with every request, whatever it changes, or that no request of an administrator reaches. */
const HEAVY = ['answers', 'answer_versions', 'actions', 'action_progress', 'comments', 'ratings'];
const IN_PART: Readonly<Record<string, string>> = {
  outbox: 'select id, attempts, held_at, next_at, token_of from outbox',
  audit_events: "select subject, organisation_id from audit_events where event = 'role-removed'",
  account: 'select userId, password from account',
};

/** Asks for all rows of each table as one text, in the order of what they hold. */
let contents: ReadonlyMap<string, { readonly get: () => unknown }>;

function contentsOf(connection: HandledApp['services']['engine']['connection']): typeof contents {
  const whole = tables.filter((table) => ![...HEAVY, 'session'].includes(table));
  return new Map(
    whole.map((table) => {
      const from = IN_PART[table] ?? `select * from ${table}`;
      const columns = connection.prepare(from).columns();
      const row = columns.map(({ name }) => `quote("${name}")`).join(" || ',' || ");
      const sorted = `select ${row} as line from (${from}) order by line`;
      const text = `select group_concat(line, char(10)) from (${sorted})`;
      return [table, connection.prepare(text).pluck()];
    }),
  );
}

/** What the administrator's requests could change, as it is; without the trail, which only ever grows. */
function state(): string {
  const hash = createHash('sha256');
  for (const [table, rowsOf] of contents) hash.update(`${table}\n${String(rowsOf.get())}\n`);
  return hash.digest('base64');
}

let tables: readonly string[];

const COMMITTED = {
  signatures: 'select id, user_id, name from signatures order by id',
  submissions: 'select id, submitted_by from submissions order by id',
  decisions: 'select id, decided_by, outcome from decisions order by id',
  awards: 'select id, decision_id from awards order by id',
  states: "select id, state from assessments where state <> 'draft' order by id",
};
const facts = () =>
  Object.fromEntries(Object.entries(COMMITTED).map(([name, sql]) => [name, rows(sql)]));
/** Accounts whose mail the administrator cannot read: passwords, second factors, sessions, roles in organisations. */
function others() {
  const readable = READABLE.map((email) => `'${email}'`).join(', ');
  const theirs = `select id from user where email not in (${readable})`;
  return {
    passwords: rows(
      `select userId, password from account where userId in (${theirs}) order by userId`,
    ),
    factors: rows(
      `select user_id, sealed_secret, confirmed_at from authenticators where user_id in (${theirs}) order by user_id`,
    ),
    sessions: rows(`select id from session where userId in (${theirs})`),
    roles: rows(
      `select id from memberships where organisation_id is not null and user_id in (${theirs}) order by id`,
    ).map(({ id }) => id),
  };
}

let before: {
  readonly facts: ReturnType<typeof facts>;
  readonly others: ReturnType<typeof others>;
};

/** No answer holds a link that lets somebody in, or a word of the draft. */
function expectNothingTold(said: string, path: string): void {
  expect(said, path).not.toMatch(/\/(?:set-password|invitations|role-changes)\/[\w.-]{30,}/);
  for (const secret of Object.values(READABLE_SECRETS)) expect(said, path).not.toContain(secret);
}

/** Nothing of what must never be is so, whatever the requests were. */
function expectNothingGained(path: string): void {
  const { states, ...committed } = facts();
  const { states: was, ...had } = before.facts;
  expect(committed, path).toEqual(had);
  // An erased file takes a signature back; nothing goes forward.
  expect(was, path).toEqual(expect.arrayContaining([...(states ?? [])]));
  const { roles, ...rest } = others();
  const { roles: held, ...kept } = before.others;
  expect(rest, path).toEqual(kept);
  expect(held, path).toEqual(expect.arrayContaining(roles));
  const own = rows(
    'select u.email, m.role, m.organisation_id from memberships m join user u on u.id = m.user_id where u.email in (?, ?)',
    ...READABLE,
  );
  const administers = own.filter(({ email }) => email === PEOPLE.administrator);
  expect(
    administers.map(({ role }) => role),
    path,
  ).toEqual(['charter-administrator']);
  const near = own.filter(({ organisation_id }) => organisation_id === organisation());
  expect(near, path).toEqual([]);
  const published = rows(
    'select id from awards where published_at is not null and decision_id not in (select id from decisions)',
  );
  expect(published, path).toEqual([]);
}

/** Who reads what follows from these rows; one look at the pages for each way in which they can be. */
const looked = new Set<string>();

/** The draft, its sign page and its team are not there for the administrator. */
async function expectNoDraft(path: string): Promise<void> {
  const { admin, ids } = given;
  const way = JSON.stringify([
    rows('select * from memberships order by id'),
    rows('select id, organisation_id, department_id, state from assessments order by id'),
    rows('select user_id, closed_at from account_security order by user_id'),
  ]);
  if (looked.has(way)) return;
  looked.add(way);
  for (const page of ['', '/sign', '/team']) {
    const answer = await admin.get(dataAddress(`/assessments/${ids['id']}${page}`));
    expect(answer.status, `${path}, then ${page}`).toBe(404);
    expectNothingTold(answer.text, path);
  }
}

beforeAll(async () => {
  const app = await handledApp(ENV);
  const ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  const { connection } = app.services.engine;
  rows = (sql, ...values) => connection.prepare(sql).all(...values) as Row[];
  tables = rows(
    "select name from sqlite_master where type = 'table' and name not like '%\\_\\_%' escape '\\'",
  ).map(({ name }) => String(name));
  contents = contentsOf(connection);
  // An organisation to which nobody belongs, and a deciding panel member less would change nothing here.
  connection
    .prepare(
      "insert into organisations (id, name, created_at) values ('empty', 'Empty Trust', '2026-01-01T00:00:00.000Z')",
    )
    .run();
  const admin = app.visitor();
  const answer = await admin.post('/sign-in', { email: PEOPLE.administrator, password: PASSWORD });
  expect(answer.status).toBe(303);
  given = { app, ids, admin };
});

test('the steps are the POST actions of the access table that an administrator reaches', () => {
  const reached = ACCESS.filter(
    ({ method, statuses }) => method === 'POST' && statuses.administrator !== 404,
  );
  const known = new Set([...STEPS.map(({ pattern }) => pattern), ...LEFT_OUT]);
  expect(reached.map(({ pattern }) => pattern).filter((pattern) => !known.has(pattern))).toEqual(
    [],
  );
});

/** What a request did: it was not possible, changed nothing, or led to these rows. */
type Outcome = 'not-possible' | 'nothing' | `state ${string}`;
type Sent = { readonly outcome: Outcome; readonly path: readonly Step[] };

const used = new Map<Step, number>();
const count = { sent: 0, changed: 0 };

/** Sends one request after those before, looks at what is so then, and goes on from there; then undoes it. */
async function after(
  path: readonly Step[],
  step: Step,
  goOn: (sent: Sent) => Promise<void>,
): Promise<void> {
  const { services } = given.app;
  const { connection } = services.engine;
  const times = (used.get(step) ?? 0) + 1;
  const label = `${STEPS.indexOf(step)}-${times}`;
  let made = 0;
  Object.assign(services, { newId: () => `${label}.${(made += 1)}` });
  const now = [...path, step];
  const words = now.map(({ name }) => name).join(' › ');
  connection.exec('savepoint step');
  const written = one('select total_changes()');
  const answer = await step.send(given);
  const changed = one('select total_changes()') !== written;
  if (answer !== null) {
    count.sent += 1;
    expectNothingTold(answer.text, words);
  }
  if (changed) {
    count.changed += 1;
    expectNothingGained(words);
    await expectNoDraft(words);
  }
  used.set(step, times);
  const same = path.length === 2 ? '' : changed ? state() : 'same';
  const here = path.length === 0 ? first : (states.get(path.at(-1) ?? step) ?? first);
  const outcome =
    answer === null
      ? 'not-possible'
      : !changed || same === here
        ? 'nothing'
        : (`state ${same}` as const);
  await goOn({ outcome, path: now });
  used.set(step, times - 1);
  connection.exec('rollback to step; release step');
}

let first = '';
/** The rows after each request alone. */
const states = new Map<Step, string>();

test('no sequence of up to three requests makes an administrator anybody else', async () => {
  const { connection } = given.app.services.engine;
  // Hashes of passwords are slow, and nothing here depends on them.
  const context = await given.app.services.auth.$context;
  context.password.hash = async (password) => `hash of ${password}`;
  before = { facts: facts(), others: others() };
  connection.exec('begin');
  first = state();
  const alone = new Map<Step, Outcome>();
  const pairs = new Map<Step, Map<Step, Outcome>>();
  for (const step of STEPS) {
    await after([], step, async ({ outcome, path }) => {
      alone.set(step, outcome);
      if (!outcome.startsWith('state ')) return;
      states.set(step, outcome.slice('state '.length));
      const then = new Map<Step, Outcome>();
      pairs.set(step, then);
      for (const next of STEPS) {
        await after(path, next, async (sent) => void then.set(next, sent.outcome));
      }
    });
  }
  const kind = (outcome: Outcome | undefined) => outcome?.split(' ')[0];
  /** Whether two requests have to do with each other; one that changes nothing alone is seen from the other. */
  const meet = (step: Step, other: Step): boolean => {
    const [then, back] = [pairs.get(step)?.get(other), pairs.get(other)?.get(step)];
    if (then !== undefined && kind(then) !== kind(alone.get(other))) return true;
    if (back !== undefined && kind(back) !== kind(alone.get(step))) return true;
    return then !== undefined && back !== undefined && then !== back;
  };
  const seen = new Set<string>();
  const three = { sent: 0 };
  for (const [begin, then] of pairs) {
    await after([], begin, async ({ path }) => {
      for (const [two, outcome] of then) {
        if (!outcome.startsWith('state ') || seen.has(outcome)) continue;
        seen.add(outcome);
        const near = meet(begin, two) ? 1 : 0;
        const links = (step: Step) => near + Number(meet(begin, step)) + Number(meet(two, step));
        const last = STEPS.filter((step) => links(step) >= 2);
        await after(path, two, async (sent) => {
          for (const step of last) {
            three.sent += 1;
            await after(sent.path, step, async () => {});
          }
        });
      }
    });
  }
  connection.exec('rollback');
  const sequences = STEPS.length + STEPS.length ** 2 + STEPS.length ** 3;
  const facets = { steps: STEPS.length, effective: pairs.size, sequences, three: three.sent };
  console.log(JSON.stringify({ ...facets, states: seen.size, ...count }));
  // So many that the search did not end before it began.
  expect(three.sent).toBeGreaterThan(500);
}, 300_000);
