// A submission or a decision that was altered in the database is not opened, whatever else was altered to
// agree with it.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { storedTrail } from '#app/adapters/backup/stored-trail.ts';
import { openTrailSeal } from '#app/adapters/backup/trail-seal.ts';
import { readRecords } from '#app/domain/audit/records.ts';
import type { Services } from '#app/services.server.ts';
import { areAwardsWhole, isAwardWhole, isRecordWhole } from '#app/doors/check-record.ts';
import { cutTrail } from '#app/use-cases/administration/cut-trail.ts';
import { enterReview } from '#app/doors/enter-review.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { publishAward } from '#app/use-cases/award/publish-award.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadAwardOf } from '#db/repositories/award/award-rows.ts';
import { newestHead, verified } from '#tests/support/trail.ts';
import {
  decidedReview,
  discussedReview,
  panelOf,
  submittedAssessment,
} from '#tests/support/review.ts';

/** Whoever has the file can take every trigger away. */
function unprotect({ engine: { connection } }: Services) {
  const triggers = connection.prepare("select name from sqlite_schema where type = 'trigger'");
  for (const name of triggers.pluck().all()) connection.exec(`drop trigger "${String(name)}"`);
  return connection;
}

const CHANGED = `replace(snapshot, 'As it is.', 'As it is!')`;

/** The content, and then step by step all that it is compared with. */
const STEPS = ['content', 'fingerprint', 'signature', 'event'] as const;

function alter(services: Services, upTo: (typeof STEPS)[number]): void {
  const connection = unprotect(services);
  const sha256 = (text: unknown) => createHash('sha256').update(String(text)).digest('hex');
  const steps = {
    content: () => connection.exec(`update submissions set snapshot = ${CHANGED}`),
    fingerprint: () => {
      const text = connection.prepare('select snapshot from submissions').pluck().get();
      connection.prepare('update submissions set sha256 = ?').run(sha256(text));
    },
    signature: () =>
      connection.exec('update signatures set content_sha256 = (select sha256 from submissions)'),
    event: () =>
      connection.exec(
        `update audit_events set details = json_set(details, '$.sha256', (select sha256 from submissions))
          where event = 'assessment-submitted'`,
      ),
  };
  for (const step of STEPS.slice(0, STEPS.indexOf(upTo) + 1)) steps[step]();
}

function withLog(services: Services) {
  const lines: string[] = [];
  return { lines, services: { ...services, log: (event: string) => lines.push(event) } };
}

describe('an altered submission', () => {
  test('is the one thing that is not as it was: untouched, it opens', async () => {
    const { services, reviewId, first } = await discussedReview();
    expect(await enterReview(services, first, { id: reviewId, act: 'read' })).toMatchObject({
      ok: true,
    });
  });

  test.each(STEPS)('is opened by no review, altered as far as its %s', async (upTo) => {
    const opened = await discussedReview();
    const { lines, services } = withLog(opened.services);
    alter(services, upTo);
    const { reviewId: id, first, assessmentId } = opened;
    expect(await enterReview(services, first, { id, act: 'read' })).toEqual({
      ok: false,
      problem: { code: 'altered' },
    });
    expect(await isRecordWhole(services, assessmentId)).toBe(false);
    expect(new Set(lines)).toEqual(new Set(['submission-altered']));
  });

  test('is opened by no review where the signature alone says otherwise', async () => {
    const { services, reviewId, first } = await discussedReview();
    unprotect(services).exec("update signatures set content_sha256 = 'x'");
    expect(await enterReview(services, first, { id: reviewId, act: 'read' })).toMatchObject({
      problem: { code: 'altered' },
    });
  });

  test('is told from one of a format that this program does not know', async () => {
    const { services, assessmentId } = await discussedReview();
    const told: unknown[] = [];
    const log: Services['log'] = (_, facts) => told.push(facts);
    const opens = () => isRecordWhole({ ...services, log }, assessmentId);
    alter(services, 'content');
    expect(await opens()).toBe(false);
    unprotect(services).exec(`update submissions set snapshot = json_set(snapshot, '$.format', 2)`);
    expect(await opens()).toBe(false);
    expect(told).toMatchObject([{ format: true }, { format: false }]);
  });

  test('is put before no panel', async () => {
    const submitted = await submittedAssessment();
    const { services, administrator, submissionId } = submitted;
    const { chair, first, second } = submitted;
    const panelId = await panelOf(submitted, [
      { person: chair, seat: 'chair' },
      { person: first, seat: 'reviewer', statistics: true },
      { person: second, seat: 'reviewer' },
    ]);
    alter(services, 'content');
    const command = { panelId, submissionId, ratingsDueAt: null };
    expect(await openReview(services, administrator, command)).toEqual({
      ok: false,
      problem: { code: 'altered' },
    });
  });

  test('needs its event after a cut as before it, whatever date its row claims', async () => {
    const { services, assessmentId } = await discussedReview();
    const later = '2027-03-02T09:00:00.000Z';
    await services.engine.commit([
      audit({ at: later, actor: null, event: 'x', organisation: null, subject: assessmentId }),
    ]);
    expect(await cutTrail(services, later)).toMatchObject({ ok: true });
    expect(await isRecordWhole(services, assessmentId)).toBe(true);
    const head = await newestHead(services);
    const found = () => verified(services.engine.connection, services.config, [head]).findings;
    expect(found()).toEqual([]);
    alter(services, 'signature');
    const connection = unprotect(services);
    connection.pragma('foreign_keys = off');
    connection.exec("update submissions set id = 'another', submitted_at = '2020-01-01T00:00:00Z'");
    expect(await isRecordWhole(services, assessmentId)).toBe(false);
    connection.exec("delete from audit_events where event = 'assessment-submitted'");
    expect(await isRecordWhole(services, assessmentId)).toBe(false);
    expect(found()).toMatchObject([{ code: 'removed', chain: `assessment/${assessmentId}` }]);
  });

  test('whose row is gone leaves an event that says so', async () => {
    const { services, assessmentId } = await discussedReview();
    const connection = unprotect(services);
    connection.pragma('foreign_keys = off');
    connection.exec('delete from submissions');
    expect(await isRecordWhole(services, assessmentId)).toBe(false);
  });
});

test('what a lost key sealed opens only where whoever runs the service says that it is lost', async () => {
  const { services, assessmentId } = await discussedReview();
  const { keyId } = services.trailSeal;
  const other = 'another secret of sixteen';
  const later = (lost: readonly string[]) => ({
    ...services,
    trailSeal: openTrailSeal(other, [], lost),
  });
  expect(await isRecordWhole(later([]), assessmentId)).toBe(false);
  expect(await isRecordWhole(later([keyId]), assessmentId)).toBe(true);
  alter(services, 'fingerprint');
  expect(await isRecordWhole(later([keyId]), assessmentId)).toBe(false);
});

/** What a verification of the whole database finds in the rows that its trail vouches for. */
function inRows({ engine: { connection } }: Services) {
  const stored = storedTrail(connection);
  if (stored === null) throw new Error('the trail has no seals');
  const reading = readRecords((text) => createHash('sha256').update(text).digest('hex'));
  for (const event of stored.events) reading.note(event);
  for (const record of stored.records()) reading.take(record);
  return reading.findings();
}

test('a verification names each row that is not what its event vouches for, and each that is gone', async () => {
  const { services, decisionId } = await decidedReview({ outcome: 'award' });
  expect(inRows(services)).toEqual([]);
  const connection = unprotect(services);
  connection.pragma('foreign_keys = off');
  connection.exec(`update submissions set snapshot = ${CHANGED}`);
  connection.exec("update decisions set record = 'nothing to read', level = 'gold'");
  connection.exec("update awards set level = 'gold'");
  expect(inRows(services)).toMatchObject([
    { code: 'record-changed', what: 'submission', differs: ['content'] },
    { code: 'record-changed', what: 'decision', id: decisionId, differs: ['content', 'columns'] },
    { code: 'record-changed', what: 'award', differs: ['decision'] },
  ]);
  connection.exec('delete from awards; delete from decisions; delete from signatures');
  expect(inRows(services)).toMatchObject([
    { code: 'record-changed', what: 'submission', differs: ['content', 'signature'] },
    { code: 'record-removed', what: 'decision', id: decisionId },
  ]);
});

describe('an altered decision', () => {
  const ALTERATIONS = [
    ['its record', `update decisions set record = replace(record, 'As it is.', 'As it is!')`],
    ['its outcome beside it', `update decisions set outcome = 'minor-revisions'`],
    ['its level beside it', `update decisions set level = 'gold'`],
    ['its date beside it', `update decisions set revisions_due_on = '2030-01-01'`],
    ['its day', `update decisions set decided_at = '2020-01-01T00:00:00.000Z'`],
    ['the level of its award', `update awards set level = 'gold'`],
    ['the name on its award', `update awards set department = 'Another ward'`],
    ['its event', `update audit_events set details = '{}' where event = 'decision-recorded'`],
  ] as const;

  test.each(ALTERATIONS)('is found by %s, and its award is not published', async (_, sql) => {
    const { services, assessmentId, administrator, decisionId } = await decidedReview({
      outcome: 'award',
    });
    expect(await isRecordWhole(services, assessmentId)).toBe(true);
    const award = await loadAwardOf(services.engine.db, decisionId);
    const command = { number: award?.number ?? '' };
    expect(await isAwardWhole(services, command.number)).toBe(true);
    unprotect(services).exec(sql);
    expect(await isRecordWhole(services, assessmentId)).toBe(false);
    expect(await isAwardWhole(services, command.number)).toBe(false);
    expect(await areAwardsWhole(services, assessmentId)).toBe(false);
    expect(await publishAward(services, administrator, command)).toEqual({
      ok: false,
      problem: { code: 'altered' },
    });
  });
});
