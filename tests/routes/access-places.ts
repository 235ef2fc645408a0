// The addresses of the built service with ids that exist, secrets planted in one department, and for
// every change a form that would go through if the person were allowed to send it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import { inject } from 'vitest';
import { valueOf, withDatabase } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CRITERION = 'G1';
const OTHER_CHARTER = 'gender-equality-example@1.0.0';
/** Rounds of the charter of Therapies, planted before the start. */
const PLANTED_ROUNDS = ['planted-round-one', 'planted-round-two'] as const;
/** A panel without members, planted before the start. */
const PLANTED_PANEL = 'planted-panel';
const INDICATOR = 'senior-representation';

/** What only people who may read Therapies may ever see. */
export const READABLE_SECRETS = {
  narrative: 'canary-narrative-quince',
  title: 'canary-title-medlar',
  description: 'canary-description-damson',
  file: 'canary-file-bullace.txt',
  owner: 'canary-owner-greengage',
} as const;

/** Counts of people, which only those who enter them may see. */
export const COUNTS = [7919003, 8017011, 8123057, 9973019] as const;

/** Whether a text holds one of the counts, also with commas. */
export function holdsCount(text: string): boolean {
  const bare = text.replaceAll(/(?<=\d)[,\u00a0\u202f ](?=\d{3})/g, '');
  return COUNTS.some((count) => new RegExp(`(?<![0-9a-f])${count}(?![0-9a-f])`).test(bare));
}

/** The ids that stand in the addresses. */
export type Ids = Readonly<Record<string, string>>;

/** Ids of one department and what belongs to it. */
export function idsOf(folder: string, department: string): Ids {
  const one = (sql: string, ...values: readonly string[]) => valueOf(folder, sql, ...values);
  const id = one(
    'select a.id from assessments a join departments d on d.id = a.department_id where d.name = ?',
    department,
  );
  return {
    id,
    criterion: CRITERION,
    indicator: INDICATOR,
    kind: 'self-assessment',
    place: 'action:new',
    charter: 'bme-mentoring@1.0.0',
    token: 'no-such-token',
    number: '1',
    year: '1',
    round: PLANTED_ROUNDS[0],
    panel: PLANTED_PANEL,
    review: 'no-such-review',
    evidence: one('select id from evidence where assessment_id = ? and file_id is not null', id),
    action: one('select id from actions where assessment_id = ?', id),
    department: one('select id from departments where name = ?', department),
    organisation: one('select organisation_id from assessments where id = ?', id),
    award: one('select number from awards order by number'),
    holder: one('select organisation_id from awards order by number'),
    person: one('select id from user where email = ?', PEOPLE.contributor),
  };
}

/** Plants the secrets in what these ids name. */
export function plantSecrets(folder: string, ids: Ids): void {
  const { narrative, title, description, file, owner } = READABLE_SECRETS;
  withDatabase(folder, (database) => {
    const run = (sql: string, ...values: readonly (string | number | undefined)[]) =>
      database.prepare(sql).run(...values);
    run(
      'update answers set narrative = ? where assessment_id = ? and criterion = ?',
      narrative,
      ids['id'],
      CRITERION,
    );
    run(
      'update evidence set title = ?, description = ?, criterion = ? where id = ?',
      title,
      description,
      CRITERION,
      ids['evidence'],
    );
    run(
      'update files set name = ? where id = (select file_id from evidence where id = ?)',
      file,
      ids['evidence'],
    );
    run('update actions set owner = ? where id = ?', owner, ids['action']);
    for (const round of PLANTED_ROUNDS) {
      run(
        "insert into rounds select ?, ?, charter, '2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z', created_at, created_by, 1 from assessments where id = ?",
        round,
        round,
        ids['id'],
      );
    }
    run(
      'insert into panels select ?, ?, created_at, created_by, 1 from assessments where id = ?',
      PLANTED_PANEL,
      'Planted panel',
      ids['id'],
    );
    run(
      'delete from indicator_counts where assessment_id = ? and indicator = ?',
      ids['id'],
      INDICATOR,
    );
    run(
      'insert into indicator_counts values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)',
      'planted-counts',
      ids['id'],
      INDICATOR,
      COUNTS[0],
      COUNTS[1],
      COUNTS[2],
      COUNTS[3],
      'payroll',
      '2027-01-01T00:00:00.000Z',
      ids['person'],
    );
  });
}

/** The routes of the build that can be asked for, as patterns: `/assessments/:id`. */
export async function builtRoutes(): Promise<ServerBuild['routes']> {
  const file = pathToFileURL(path.join(ROOT, inject('buildFolder'), 'server/index.js')).href;
  const build: ServerBuild = await import(file);
  return build.routes;
}

/** Every pattern of these routes. */
export function patternsOf(routes: ServerBuild['routes']): readonly string[] {
  const known = Object.values(routes).filter((route) => route !== undefined);
  const whole = (id: string | undefined): string => {
    const route = known.find((one) => one.id === id);
    return route === undefined ? '' : `${whole(route.parentId)}/${route.path ?? ''}`;
  };
  return known
    .filter((one) => one.id !== 'root' && (one.index || one.path !== undefined))
    .map(({ id }) => `/${whole(id).split('/').filter(Boolean).join('/')}`)
    .toSorted();
}

/** The address of a pattern with these ids in it. */
export function addressOf(pattern: string, ids: Ids): string {
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`);
}

/** The same address as the framework's scripts ask for it. */
export function dataAddress(address: string): string {
  return address === '/' ? '/_.data' : `${address}.data`;
}

function isFirst(folder: string, action: string): boolean {
  const sql =
    'select count(*) from actions a join actions b using (assessment_id) where a.id = ? and b.position < a.position';
  return valueOf(folder, sql, action) === '0';
}

function seatedOn(folder: string, panel: string): string {
  return valueOf(folder, 'select count(*) from panel_members where panel_id = ?', panel);
}

/** What the page that confirms another closing time of a round gives back, the second time it asks. */
export function closingConfirmed(folder: string, round: string): string {
  const version = valueOf(folder, 'select version from rounds where id = ?', round);
  const sql = "select coalesce(group_concat(id, ' '), '') from assessments where round_id = ?";
  const ids = valueOf(folder, sql, round).split(' ');
  const shown = [`version-${version}`, ...ids].filter((one) => one !== '');
  return `twice ${shown.toSorted().join(' ')}`;
}

/** The same for a charter version that is retired. */
export function retirementConfirmed(folder: string, charter: string): string {
  const sql =
    "select coalesce(group_concat(id, ' '), '') from assessments where charter = ? and state <> 'submitted'";
  const ids = valueOf(folder, sql, charter).split(' ');
  return `once ${[charter, ...ids]
    .filter((one) => one !== '')
    .toSorted()
    .join(' ')}`;
}

function momentFields(name: string, year: string): Record<string, string> {
  const parts = { day: '3', month: '9', year, time: '17:00' };
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [`${name}-${part}`, text]));
}

let sent = 0;

/** A form for a pattern that is valid at this moment; null where the route takes none. */
export function validForm(
  folder: string,
  pattern: string,
  ids: Ids,
): Record<string, string> | null {
  const version = (table: string, id: string | undefined) =>
    valueOf(folder, `select coalesce(max(version), 1) from ${table} where id = ?`, id ?? '');
  const answerVersion = () =>
    valueOf(
      folder,
      'select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = ?',
      ids['id'] ?? '',
      ids['criterion'] ?? '',
    );
  sent += 1;
  const action = { objective: `Objective ${sent}`, priority: 'high', status: 'on-track' };
  const forms: Readonly<Record<string, () => Record<string, string>>> = {
    '/assessments/new': () => ({
      department: ids['department'] ?? '',
      target: 'bme-mentoring@1.0.0 bronze',
      beside: 'yes',
      name: `Beside ${sent}`,
    }),
    '/assessments/discarded': () => ({ assessment: 'no-such-draft' }),
    '/assessments/:id/name': () => ({ name: `Attempt ${sent}` }),
    '/assessments/:id/criteria/:criterion': () => ({
      rating: '1',
      narrative: `Text ${sent}`,
      version: answerVersion(),
    }),
    '/assessments/:id/criteria/:criterion/autosave': () => ({
      rating: '1',
      narrative: `Text ${sent}`,
      version: answerVersion(),
    }),
    '/assessments/:id/criteria/:criterion/review': () => ({ step: 'written' }),
    '/assessments/:id/scenarios': () => {
      // So many are kept, and no more.
      withDatabase(folder, (database) => database.prepare('delete from scenarios').run());
      return { intent: 'keep', to: 'silver', name: `Scenario ${sent}`, least: 'effort' };
    },
    '/assessments/:id/work': () => ({
      which: 'ticked',
      criterion: 'G1',
      'due-day': '5',
      'due-month': '3',
      'due-year': '2031',
    }),
    '/assessments/:id/criteria/:criterion/people': () => ({
      people: valueOf(
        folder,
        'select id from user where email in (?, ?) and id not in (select user_id from assignments where assessment_id = ? and criterion = ?)',
        PEOPLE.lead,
        PEOPLE.contributor,
        ids['id'] ?? '',
        ids['criterion'] ?? '',
      ),
    }),
    '/assessments/:id/criteria/:criterion/comments': () => ({
      intent: 'add',
      text: `Text ${sent}`,
    }),
    '/assessments/:id/criteria/:criterion/history': () => ({
      readVersion: answerVersion(),
      version: valueOf(
        folder,
        'select coalesce(min(v.version), 1) from answer_versions v join answers a using (assessment_id, criterion) where a.assessment_id = ? and a.criterion = ? and v.narrative <> a.narrative',
        ids['id'] ?? '',
        ids['criterion'] ?? '',
      ),
    }),
    '/assessments/:id/criteria/:criterion/evidence': () => ({
      title: `Title ${sent}`,
      link: 'https://example.org/minutes',
    }),
    '/assessments/:id/criteria/:criterion/files': () => ({
      title: `Title ${sent}`,
      link: 'https://example.org/roster',
    }),
    '/assessments/:id/evidence': () => {
      // A piece is used once for a criterion; for the next form it is as if it had not been.
      withDatabase(folder, (database) => {
        database.prepare('update files set erased_at = null').run();
        database
          .prepare("delete from evidence where assessment_id = ? and criterion = 'O1'")
          .run(ids['id']);
      });
      return { criterion: 'O1', item: ids['evidence'] ?? '' };
    },
    '/assessments/:id/drafts/:place': () => {
      // Everybody has a draft of their own, with versions of its own.
      withDatabase(folder, (database) => database.prepare('delete from form_drafts').run());
      return { objective: `Typed ${sent}`, draft: '0' };
    },
    '/assessments/:id/evidence/:evidence': () => ({
      title: `Title ${sent}`,
      version: version('evidence', ids['evidence']),
    }),
    '/assessments/:id/evidence/:evidence/erase': () => {
      // A file is erased once; for the next form it is as if it had not been.
      withDatabase(folder, (database) =>
        database
          .prepare(
            'update files set erased_at = null where id = (select file_id from evidence where id = ?)',
          )
          .run(ids['evidence']),
      );
      return { reason: `A list of staff, ${sent}`, sure: 'yes' };
    },
    '/admin/erase': () => ({
      sha256: valueOf(
        folder,
        'select sha256 from files where erased_at is null and id in (select file_id from evidence) order by id desc limit 1',
      ),
      organisation: '',
      reason: 'A list of staff',
      sure: 'yes',
    }),
    // No revision is under way here: requirements have tests of their own.
    '/assessments/:id/criteria/:criterion/requirement': () => ({ note: 'Done', version: '0' }),
    // No charter of the demo asks for facts; facts.test.ts has one that does.
    '/assessments/:id/facts': () => ({ version: '0' }),
    '/assessments/:id/indicators/:indicator': () => ({
      // Another number each time, and never more than there are people.
      firstNumerator: String(sent % 2000),
      firstDenominator: '2000',
      secondNumerator: '90',
      secondDenominator: '900',
      version: valueOf(
        folder,
        'select coalesce(max(version), 0) from indicator_counts where assessment_id = ? and indicator = ?',
        ids['id'] ?? '',
        ids['indicator'] ?? '',
      ),
    }),
    // From a draft of another department, which nobody may copy from here.
    '/assessments/:id/copy': () => ({
      from: valueOf(folder, 'select id from assessments where id <> ?', ids['id'] ?? ''),
      criterion: ids['criterion'] ?? '',
    }),
    // There is nothing to move to, to sign again or to withdraw: those steps have tests of their own.
    '/assessments/:id/move': () => ({ to: 'no-such-charter@1.0.0', version: '1' }),
    '/assessments/:id/progress': () => ({ charter: 'bme-mentoring@1.0.0' }),
    // There is no award here: reports on a plan have tests of their own.
    '/assessments/:id/progress/:year': () => ({ intent: 'save', summary: 'A year' }),
    '/assessments/:id/progress/:year/send': () => ({ version: '1' }),
    '/assessments/:id/sign': () => ({
      read: 'yes',
      password: PASSWORD,
      content: 'not what is there',
    }),
    // Not confirmed: a draft that is gone would be missed by the forms after it.
    '/assessments/:id/discard': () => ({ sure: 'no' }),
    '/assessments/:id/submit': () => ({ sure: 'yes', signature: '', round: '' }),
    '/assessments/:id/submission': () => ({ reason: 'Sent too early' }),
    '/assessments/:id/check': () => ({
      round: valueOf(
        folder,
        "select r.id from rounds r, assessments a where a.id = ? and r.id like 'planted%' and r.id is not a.round_id",
        ids['id'] ?? '',
      ),
    }),
    // Nothing is ticked: a file comes first, and its reading has tests of its own.
    '/assessments/:id/draft': () => ({ intent: 'apply' }),
    '/assessments/:id/actions/import': () => ({ intent: 'apply' }),
    '/assessments/:id/team': () => ({
      intent: 'invite',
      email: `invited${sent}@example.org`,
      role: 'contributor',
    }),
    '/assessments/:id/where-we-stand': () => ({ target: 'gold' }),
    '/assessments/:id/actions/new': () => action,
    '/assessments/:id/actions/several': () => ({
      action: ids['action'] ?? '',
      owner: `Owner ${sent}`,
      status: '',
    }),
    '/assessments/:id/actions': () => ({
      action: ids['action'] ?? '',
      direction: isFirst(folder, ids['action'] ?? '') ? 'down' : 'up',
    }),
    '/assessments/:id/actions/:action': () => ({ note: `Note ${sent}`, status: 'on-track' }),
    '/assessments/:id/actions/:action/change': () => ({
      ...action,
      version: version('actions', ids['action']),
    }),
    '/admin': () => ({ intent: 'organisation', organisation: `Trust ${sent}` }),
    '/admin/organisations/:organisation': () => ({
      intent: 'department',
      newDepartment: `Department ${sent}`,
    }),
    // One waits at a time, so every other form takes it back.
    '/admin/organisations/:organisation/invitations': () => {
      const change = valueOf(
        folder,
        "select coalesce(max(id), '') from role_changes where applied_at is null and cancelled_at is null",
      );
      return change === ''
        ? { intent: 'step-in', email: `invited${sent}@example.org`, reason: 'The lead has left' }
        : { intent: 'stop', change };
    },
    '/organisations/:organisation/people': () => ({
      intent: 'contact',
      contact: `contact${sent}@example.org`,
    }),
    '/organisations/:organisation/answers': () => ({
      charter: 'bme-mentoring@2.0.0',
      round: valueOf(folder, "select id from rounds where charter = 'bme-mentoring@2.0.0'"),
    }),
    '/organisations/:organisation/sign-in': () => ({ intent: 'factor', needed: 'yes' }),
    '/role-changes/:token': () => ({}),
    '/invitations/:token': () => ({
      email: PEOPLE.lead,
      name: 'Nobody',
      password: 'teal pebble orchard',
    }),
    '/outbox': () => ({
      intent: 'discard',
      letter: valueOf(
        folder,
        'select id from outbox where sent_at is null and attempts < 20 order by id limit 1',
      ),
    }),
    '/admin/charters/trial': () => ({ intent: 'try' }),
    '/admin/charters': () => ({
      intent: valueOf(folder, 'select count(*) from retired_charters') === '0' ? 'retire' : 'offer',
      charter: OTHER_CHARTER,
      [`reason-${OTHER_CHARTER}`]: 'Nobody needs it',
      confirmed: retirementConfirmed(folder, OTHER_CHARTER),
    }),
    // Nobody here sits on the panel of a review: reviews have tests of their own.
    '/reviews/:review': () => ({ intent: 'declare', conflict: 'no' }),
    '/reviews/:review/criteria/:criterion': () => ({ choice: '2', reason: 'x', version: '0' }),
    '/reviews/:review/criteria/:criterion/autosave': () => ({ choice: '2', version: '0' }),
    '/reviews/:review/facts': () => ({ fact: 'nation', 'fact-nation': 'wales', version: '0' }),
    '/reviews/:review/seal': () => ({}),
    '/reviews/:review/discussion/:criterion': () => ({ intent: 'note', text: 'x' }),
    '/reviews/:review/discussion/:criterion/autosave': () => ({ text: 'x', draft: '0' }),
    '/reviews/:review/decision/autosave': () => ({ summary: 'x', draft: '0' }),
    '/reviews/:review/decision': () => ({ outcome: 'award', summary: 'x', password: PASSWORD }),
    '/assessments/:id/decision': () => ({ intent: 'appeal', grounds: 'x' }),
    '/employment': () =>
      valueOf(folder, 'select count(*) from past_employments') === '0'
        ? { organisation: ids['organisation'] ?? '' }
        : { remove: valueOf(folder, 'select id from past_employments') },
    '/admin/panels': () => ({ name: `Panel ${sent}` }),
    '/admin/panels/:panel': () => ({
      intent: seatedOn(folder, ids['panel'] ?? '') === '0' ? 'seat' : 'unseat',
      person: valueOf(folder, 'select id from user where email = ?', PEOPLE.panelMember),
      seat: 'reviewer',
    }),
    // The panel of these tests has no review: what an administrator does in one is tested with reviews.
    '/admin/panels/:panel/reviews/:review': () => ({
      intent: 'date',
      why: 'x',
      ...momentFields('date', '2098'),
    }),
    '/admin/appeals': () => ({ appeal: 'none', answer: 'dismiss', 'reason-none': 'x' }),
    '/admin/rounds': () => ({
      name: `Round ${sent}`,
      charter: 'bme-mentoring@1.0.0',
      ...momentFields('opens', '2026'),
      ...momentFields('closes', '2098'),
    }),
    '/admin/rounds/:round': () => ({
      ...momentFields('closes', String(2030 + (sent % 50))),
      'reason-closes': 'A strike',
      confirmed: closingConfirmed(folder, ids['round'] ?? ''),
    }),
    '/admin/people/:person': () => ({ intent: 'link' }),
    '/reminders/:token': () => ({ reminders: 'off' }),
    // Nobody is asked more than a few times in a row, so this one lacks its text.
    '/awards/:award/objection': () => ({ ground: 'omission', name: 'A', email: 'a@example.org' }),
    '/admin/organisations/:organisation/changes': () => ({
      intent: 'ods',
      odsCode: `X${sent}Y`.padStart(4, 'Z'),
    }),
    '/verify': () => ({ credential: 'no credential' }),
    // It is in the register already.
    '/admin/awards/:award': () => ({ intent: 'publish', read: 'yes' }),
    '/sign-in/code': () => ({ code: '000000' }),
    '/sign-in/passkey': () => ({ answer: '{}' }),
    '/sign-in/passkey/options': () => ({}),
    '/sign-in/link': () => ({ email: 'nobody@example.org' }),
    '/sign-in/device/:token': () => ({}),
    '/forgotten-password': () => ({ email: 'nobody@example.org' }),
    '/account/name': () => ({ name: `Somebody ${sent}`, password: 'wrong' }),
    '/account/password': () => ({ next: 'teal pebble orchard', password: 'wrong' }),
    '/account/address': () => ({ email: `new${sent}@example.org`, password: 'wrong' }),
    '/account/address/:token': () => ({}),
    '/account/second-factor': () => ({ intent: 'begin', password: PASSWORD }),
    '/account/passkeys': () => ({ name: 'Laptop', password: PASSWORD, new: '{}' }),
    '/account/passkeys/options': () => ({}),
    // A session of nobody: those of the people here go on.
    '/account/sessions': () => ({ session: 'none' }),
    // There is none to take away.
    '/admin/people/:person/second-factor': () => ({ intent: 'ask', reason: 'Lost' }),
    '/sign-in': () => ({ email: 'nobody@example.org', password: 'wrong' }),
    '/sign-in/again': () => ({}),
    '/sign-in/provider': () => ({ provider: 'no-such-provider' }),
    '/sign-in/provider/back-channel-logout': () => ({ logout_token: 'no token' }),
    '/account/provider': () => ({ remove: 'no-such-link' }),
    '/account/confirm-at-provider': () => ({}),
    '/sign-out': () => ({}),
    '/set-password/:token': () => ({ password: 'walnut harbour lantern' }),
  };
  return forms[pattern]?.() ?? null;
}
