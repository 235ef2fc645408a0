// Heads of the trail outside the database: on receipts, in letters, in the manifest of a backup.
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '#app/adapters/backup/backup.ts';
import { backupKey, sealed, sealState } from '#app/adapters/backup/backup-manifest.ts';
import { headText, readHead } from '#app/domain/audit/event.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { decisionPage } from '#app/queries/review/decision-page.ts';
import { submissionPage } from '#app/queries/submission/submission-page.ts';
import { loadAt, loadHead } from '#db/repositories/audit.ts';
import { temporaryFolder } from '#tests/support/command.ts';
import { decidedReview } from '#tests/support/review.ts';
import { sentMail } from '#tests/support/sent-mail.ts';
import { trailOf, verified } from '#tests/support/trail.ts';

test('receipt and decision show the event that tells of them, which the trail holds', async () => {
  const { services, lead, assessmentId } = await decidedReview({ outcome: 'award' });
  const view = await assessmentView(services, lead, assessmentId);
  if (view === null) throw new Error('not to be seen');
  const [submission] = (await submissionPage(services, lead, view)).submissions;
  const { decision } = await decisionPage(services, lead, view);
  const shown = [submission?.trail, decision?.trail].map((text) => readHead(text ?? ''));
  const events = await Promise.all(
    shown.map((head) => (head === null ? null : loadAt(services.engine.db, head))),
  );
  expect(events.map((event) => event?.event)).toEqual([
    'assessment-submitted',
    'decision-recorded',
  ]);
  const heads = shown.filter((head) => head !== null);
  const { connection } = services.engine;
  expect(verified(connection, services.config, heads).findings).toEqual([]);
});

test('letters about a submission and a decision hold the head, put in as they are sent', async () => {
  const { services, assessmentId } = await decidedReview({ outcome: 'award' });
  const head = await loadHead(services.engine.db, `assessment/${assessmentId}`);
  if (head === null) throw new Error('no head');
  const waiting = services.engine.connection.prepare('select text from outbox').pluck().all();
  expect(waiting.join('\n')).not.toContain(head.seal);
  const sent = await sentMail(services);
  for (const subject of [/^Submitted:/, /^The panel has decided:/]) {
    const letters = sent.filter((letter) => subject.test(letter.subject));
    expect(letters.length).toBeGreaterThan(0);
    for (const { text, html } of letters) {
      expect(text).toContain(`had come: ${headText(head)}. With it`);
      expect(html).toContain(headText(head));
    }
  }
});

test('the manifest of a backup has the head of the trail in it, under its seal', async () => {
  const { services, head } = await trailOf(20);
  const target = path.join(temporaryFolder(), 'backup');
  const key = backupKey({ backup: null, secret: services.config.secret });
  const made = await backUp(services.config.dataFolder, target, { now: services.clock(), key });
  if (!made.ok) throw new Error(made.problem.code);
  const { manifest } = made.value;
  expect(manifest.trailHead).toBe(headText(head));
  expect(sealState(manifest, key)).toBe('right');
  expect(sealState({ ...manifest, trailHead: 'installation:1:x' }, key)).toBe('other-key');
  const { trailHead: _, ...without } = manifest;
  expect(sealState(without, key)).toBe('other-key');
  expect(sealState(sealed(without, key), key)).toBe('right');
});
