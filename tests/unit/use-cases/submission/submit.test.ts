import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import type { Services } from '#app/services.server.ts';
import {
  extendRound,
  moveClosing,
  openRound,
} from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { openAssessment } from '#app/doors/open-assessment.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { signOff } from '#app/use-cases/submission/sign-off.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { reopenAssessment, withdrawAssessment } from '#app/use-cases/submission/step-back.ts';
import { submissionContent } from '#app/use-cases/submission/submission-content.ts';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import { listSubmissions, loadSignature } from '#db/repositories/submission/submissions.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { addAward } from '#tests/support/awards.ts';
import { inFormatTwo, withCharter } from '#tests/support/format-two.ts';
import { withStatements } from '#tests/support/in-statements.ts';
import { confirmedly } from '#tests/support/confirmedly.ts';
import { personWith, withAnyPassword } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const PASSWORD = 'three quiet lanterns';
const ADMINISTRATOR: Actor = {
  ...personWith('charter-administrator', 'body', null),
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};

/** An answered draft in an open round, and a sponsor with a password. The clock reads 1 March 2027. */
async function answered() {
  const started = await startedAssessment();
  const { services, lead, id: assessmentId } = started;
  const sponsor = await personWithPassword(services, 'executive-sponsor');
  await answer(services, lead, assessmentId, 'Our sponsor is Siân O’Dowd.');
  const round = await openRound(services, ADMINISTRATOR, {
    name: 'Spring 2027',
    charter: 'bme-mentoring@1.0.0',
    opensAt: '2027-02-01T09:00:00.000Z',
    closesAt: '2027-04-30T16:00:00.000Z',
  });
  if (!round.ok) throw new Error(round.problem.code);
  const roundId = round.value.id;
  await chooseRound(services, lead, { assessmentId, roundId });
  return { ...started, assessmentId, sponsor, roundId };
}

async function personWithPassword(services: Services, role: 'executive-sponsor'): Promise<Actor> {
  const memberships = [{ role, organisation: 'north', department: null }];
  const person = { name: 'Dr Helen Ravensdale', email: 'helen@example.org', memberships };
  const created = await createPerson(services, person, OPERATOR);
  if (!created.ok) throw new Error(created.problem.code);
  const { id } = created.value;
  const link = await createPasswordLink(services, { userId: id }, OPERATOR);
  if (!link.ok) throw new Error(link.problem.code);
  await setPassword(services, { token: link.value.token, password: PASSWORD });
  return { id, name: person.name, email: person.email, memberships };
}

function answer(
  services: Services,
  actor: Actor,
  assessmentId: string,
  narrative: string,
  readVersion = 0,
) {
  const command = { assessmentId, criterion: 'G1', claimed: 1, notApplicable: null };
  return answerCriterion(services, actor, { ...command, narrative, readVersion });
}

async function contentHash(services: Services, actor: Actor, id: string): Promise<string> {
  const opened = await openAssessment(services, actor, { id, act: 'read' });
  if (!opened.ok) throw new Error(opened.problem.code);
  return submissionContent(services, opened.value).sha256;
}

async function signed() {
  const given = await answered();
  const { services, sponsor, assessmentId } = given;
  const contentSha256 = await contentHash(services, sponsor, assessmentId);
  const result = await signOff(services, sponsor, {
    assessmentId,
    password: PASSWORD,
    contentSha256,
  });
  expect(result.ok).toBe(true);
  return given;
}

/** Silver asks for two years of the level below. */
function askingForYears(charter: Charter): Charter {
  const [lowest, ...above] = inFormatTwo(charter).levels;
  if (lowest === undefined) return charter;
  const held = { kind: 'held', level: lowest.id, years: 2 } as const;
  const levels = [lowest, ...above.map((level) => ({ ...level, preconditions: [held] }))];
  return { ...inFormatTwo(charter), levels };
}

const refusedWith = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

describe('signing', () => {
  test('years of an award are those of the day of the signature, whatever day it is submitted', async () => {
    const { services: plain, lead, sponsor, assessmentId } = await answered();
    await addAward(plain, {
      organisation: 'north',
      department: 'therapies',
      level: 'bronze',
      awardedOn: '2025-03-02',
      validUntil: '2030-03-02',
      publishedAt: '2025-03-03T09:00:00.000Z',
    });
    const on = (day: string): Services => ({
      ...withCharter(plain, 'bme-mentoring@1.0.0', askingForYears),
      clock: () => new Date(`${day}T09:00:00.000Z`),
    });
    const yearsOn = async (day: string) =>
      Object.fromEntries(
        (await assessmentView(on(day), lead, assessmentId))?.answerSet.held ?? new Map(),
      );
    expect([await yearsOn('2027-03-01'), await yearsOn('2027-03-02')]).toEqual([
      { bronze: 1 },
      { bronze: 2 },
    ]);
    const contentSha256 = await contentHash(on('2027-03-01'), sponsor, assessmentId);
    const command = { assessmentId, password: PASSWORD, contentSha256 };
    expect(await signOff(on('2027-03-01'), sponsor, command)).toMatchObject({ ok: true });
    expect(await yearsOn('2027-03-02')).toEqual({ bronze: 1 });
    expect(await submitAssessment(on('2027-03-02'), lead, { assessmentId })).toMatchObject({
      ok: true,
    });
    const [submitted] = await listSubmissions(plain.engine.db, assessmentId);
    expect(submitted?.sha256).toBe(contentSha256);
    expect(await yearsOn('2027-03-02')).toEqual({ bronze: 1 });
  });

  test('a rating that is not confirmed one by one is not signed; confirmed it is', async () => {
    const { services: plain, lead, sponsor, assessmentId } = await answered();
    const services = withStatements(plain);
    const sign = async () => {
      const contentSha256 = await contentHash(services, sponsor, assessmentId);
      return signOff(services, sponsor, { assessmentId, password: PASSWORD, contentSha256 });
    };
    expect(await sign()).toEqual({ ok: false, problem: { code: 'obstacles', count: 1 } });
    const said = { notApplicable: null, narrative: 'Our sponsor is Siân O’Dowd.', readVersion: 1 };
    const ticked = { 1: [1, 2] };
    const ticks = { assessmentId, criterion: 'G1', claimed: null, ticked, ...said };
    expect(await answerCriterion(services, lead, ticks)).toMatchObject({ ok: true });
    expect(await sign()).toMatchObject({ ok: true });
    expect(await submitAssessment(services, lead, { assessmentId })).toMatchObject({ ok: true });
    const [submitted] = await listSubmissions(plain.engine.db, assessmentId);
    expect(JSON.parse(submitted?.snapshot ?? '')).toMatchObject({
      content: { answers: { G1: { rating: 1, statements: ticked } } },
    });
  });

  test('only the sponsor signs, with their own password and for the content they read', async () => {
    const { services, lead, sponsor, assessmentId } = await answered();
    const contentSha256 = await contentHash(services, sponsor, assessmentId);
    const command = { assessmentId, password: PASSWORD, contentSha256 };
    expect(await signOff(services, lead, command)).toEqual(refusedWith('not-allowed'));
    expect(await signOff(services, sponsor, { ...command, password: 'a guess at it' })).toEqual(
      refusedWith('password-wrong'),
    );
    await answer(services, lead, assessmentId, 'Changed after it was read.', 1);
    expect(await signOff(services, sponsor, command)).toEqual(refusedWith('content-changed'));
  });

  test('a narrative over its limit stops the signature', async () => {
    const { services, lead, sponsor, assessmentId } = await answered();
    await answer(services, lead, assessmentId, 'word '.repeat(351), 1);
    const contentSha256 = await contentHash(services, sponsor, assessmentId);
    expect(
      await signOff(services, sponsor, { assessmentId, password: PASSWORD, contentSha256 }),
    ).toEqual(refusedWith('obstacles'));
  });

  test('SEC-13 what is signed cannot be changed until it is reopened, and is then signed anew', async () => {
    const { services, lead, sponsor, assessmentId } = await signed();
    expect(await answer(services, lead, assessmentId, 'Too late', 1)).toEqual(
      refusedWith('locked'),
    );
    expect(await reopenAssessment(services, lead, { assessmentId })).toEqual({
      ok: true,
      value: null,
    });
    expect(await submitAssessment(services, lead, { assessmentId })).toEqual(
      refusedWith('not-signed'),
    );
    expect((await answer(services, lead, assessmentId, 'In time', 1)).ok).toBe(true);
    const contentSha256 = await contentHash(services, sponsor, assessmentId);
    expect(
      (await signOff(services, sponsor, { assessmentId, password: PASSWORD, contentSha256 })).ok,
    ).toBe(true);
  });
});

describe('submitting', () => {
  test('SEC-70 fifty submissions at once are one, with one receipt each for lead and sponsor', async () => {
    const { services, lead, assessmentId } = await signed();
    const results = await Promise.all(
      Array.from({ length: 50 }, () => submitAssessment(services, lead, { assessmentId })),
    );
    expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { number: 1 } })]),
    );
    const rows = await listSubmissions(services.engine.db, assessmentId);
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row?.sha256).toBe(
      createHash('sha256')
        .update(row?.snapshot ?? '')
        .digest('hex'),
    );
    const letters = services.engine.connection
      .prepare("select recipient, text from outbox where key like 'receipt %'")
      .all();
    expect(letters).toEqual([
      { recipient: 'helen@example.org', text: expect.not.stringContaining('Siân') },
    ]);
  });

  test('SEC-13 SEC-74 nothing is submitted before the round opens or from its closing instant on', async () => {
    const { services, lead, assessmentId, roundId } = await signed();
    const at = (instant: string) => ({ ...services, clock: () => new Date(instant) });
    expect(await submitAssessment(at('2027-02-01T08:59:59.999Z'), lead, { assessmentId })).toEqual(
      refusedWith('round-not-open-yet'),
    );
    expect(await submitAssessment(at('2027-04-30T16:00:00.000Z'), lead, { assessmentId })).toEqual(
      refusedWith('round-closed'),
    );
    const closesAt = '2027-05-07T16:00:00.000Z';
    const reason = 'The lead was on sick leave.';
    const extended = await confirmedly((confirmed) =>
      extendRound(services, ADMINISTRATOR, { roundId, assessmentId, closesAt, reason, confirmed }),
    );
    expect(extended.ok).toBe(true);
    expect(await submitAssessment(at('2027-05-07T15:59:59.999Z'), lead, { assessmentId })).toEqual({
      ok: true,
      value: { number: 1 },
    });
  });

  test('SEC-13 a submission is withdrawn only before the deadline, and stays on record', async () => {
    const { services, lead, sponsor, assessmentId } = await signed();
    await submitAssessment(services, lead, { assessmentId });
    expect(await answer(services, lead, assessmentId, 'After it', 1)).toEqual(
      refusedWith('locked'),
    );
    const late = { ...services, clock: () => new Date('2027-05-01T00:00:00Z') };
    const command = { assessmentId, reason: 'A table was missing.' };
    expect(await withdrawAssessment(late, lead, command)).toEqual(refusedWith('round-closed'));
    expect(await withdrawAssessment(services, lead, { ...command, reason: ' ' })).toEqual(
      refusedWith('reason-wrong'),
    );
    expect((await withdrawAssessment(services, lead, command)).ok).toBe(true);
    const contentSha256 = await contentHash(services, sponsor, assessmentId);
    await signOff(services, sponsor, { assessmentId, password: PASSWORD, contentSha256 });
    expect(await submitAssessment(services, lead, { assessmentId })).toEqual({
      ok: true,
      value: { number: 2 },
    });
    const rows = await listSubmissions(services.engine.db, assessmentId);
    expect(rows.map(({ number, withdrawnReason }) => [number, withdrawnReason])).toEqual([
      [2, null],
      [1, 'A table was missing.'],
    ]);
  });

  /** A second assessment of the same department for the same charter, signed for the same round. */
  async function twin({ services, lead, sponsor, roundId }: Awaited<ReturnType<typeof signed>>) {
    const started = await startAssessment(services, lead, {
      department: 'therapies',
      charter: 'bme-mentoring@1.0.0',
      targetLevel: 'silver',
      beside: true,
      name: 'Second',
    });
    if (!started.ok) throw new Error(started.problem.code);
    const { id: assessmentId } = started.value;
    await answer(services, lead, assessmentId, 'The second one.');
    await chooseRound(services, lead, { assessmentId, roundId });
    const contentSha256 = await contentHash(services, sponsor, assessmentId);
    await signOff(services, sponsor, { assessmentId, password: PASSWORD, contentSha256 });
    return assessmentId;
  }

  test('a round takes one submission of a department for a charter, also of two sent at once', async () => {
    const given = await signed();
    const { services, lead, assessmentId } = given;
    const second = await twin(given);
    const results = await Promise.all(
      [assessmentId, second].map((id) => submitAssessment(services, lead, { assessmentId: id })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual([refusedWith('submitted-another')]);
  });

  test('once one is withdrawn, the other one is taken', async () => {
    const given = await signed();
    const { services, lead, assessmentId } = given;
    const second = await twin(given);
    await submitAssessment(services, lead, { assessmentId });
    expect(await submitAssessment(services, lead, { assessmentId: second })).toEqual({
      ok: false,
      problem: { code: 'submitted-another', number: 1 },
    });
    await withdrawAssessment(services, lead, { assessmentId, reason: 'The other one is meant.' });
    expect(await submitAssessment(services, lead, { assessmentId: second })).toEqual({
      ok: true,
      value: { number: 2 },
    });
  });

  test('another version of the same charter is the same charter', async () => {
    const given = await signed();
    const { services, lead, assessmentId } = given;
    const second = await twin(given);
    await submitAssessment(services, lead, { assessmentId });
    services.engine.connection
      .prepare("update assessments set charter = 'bme-mentoring@1.0.2' where id = ?")
      .run(assessmentId);
    expect(await submitAssessment(services, lead, { assessmentId: second })).toEqual(
      refusedWith('submitted-another'),
    );
  });

  test('nothing is submitted that was signed anew after the page was opened', async () => {
    const { services, lead, assessmentId, roundId } = await signed();
    const signature = await loadSignature(services.engine.db, assessmentId);
    const read = { signatureId: signature?.id ?? '', roundId };
    const send = (seen: typeof read) =>
      submitAssessment(services, lead, { assessmentId, read: seen });
    expect(await send({ ...read, signatureId: 'an earlier one' })).toEqual(
      refusedWith('not-as-read'),
    );
    expect(await send({ ...read, roundId: 'another round' })).toEqual(refusedWith('not-as-read'));
    expect((await send(read)).ok).toBe(true);
  });

  test('the snapshot cannot be changed afterwards', async () => {
    const { services, lead, assessmentId } = await signed();
    await submitAssessment(services, lead, { assessmentId });
    const { connection } = services.engine;
    expect(() => connection.exec("update submissions set snapshot = ''")).toThrow('never changed');
    expect(() => connection.exec('delete from submissions')).toThrow('never deleted');
  });

  test('closing times move only for administrators, and never into the past', async () => {
    const { services, lead, roundId } = await answered();
    const move = (actor: Actor, closesAt: string) =>
      confirmedly((confirmed) =>
        moveClosing(services, actor, { roundId, closesAt, reason: 'A strike', confirmed }),
      );
    expect(await move(lead, '2027-06-01T00:00:00.000Z')).toEqual(refusedWith('not-allowed'));
    expect(await move(ADMINISTRATOR, '2027-02-28T00:00:00.000Z')).toEqual(
      refusedWith('closes-in-the-past'),
    );
    expect((await move(ADMINISTRATOR, '2027-06-01T00:00:00.000Z')).ok).toBe(true);
  });
});

test('SEC-72 however edits, uploads, signing and submitting interleave, what is submitted is what was there', async () => {
  const given = await signed();
  const { lead, sponsor, colleague, assessmentId } = given;
  const services = withAnyPassword(given.services);
  const kind = fc.constantFrom('edit', 'attach', 'comment', 'sign', 'submit', 'reopen', 'withdraw');
  // How many turns of the event loop's queue it waits, so that every order of the reads comes up.
  const step = fc.tuple(kind, fc.nat(40));
  let count = 0;
  let interleavings = 0;
  const run = async ([name, turns]: readonly [string, number]): Promise<void> => {
    count += 1;
    const opened = await openAssessment(services, lead, { id: assessmentId, act: 'read' });
    if (!opened.ok) throw new Error(opened.problem.code);
    const version = opened.value.answers.find(({ criterion }) => criterion === 'G1')?.version ?? 0;
    const contentSha256 = submissionContent(services, opened.value).sha256;
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    if (name === 'edit') await answer(services, colleague, assessmentId, `Text ${count}`, version);
    if (name === 'attach') {
      const item = { title: `Item ${count}`, description: '', link: 'https://example.org/x' };
      await attachEvidence(services, lead, { assessmentId, criterion: 'G2', ...item, file: null });
    }
    if (name === 'comment') {
      const comment = { assessmentId, criterion: 'G1', text: `Comment ${count}`, mentions: [] };
      await commentOnCriterion(services, colleague, comment);
    }
    if (name === 'sign') {
      await signOff(services, sponsor, { assessmentId, password: PASSWORD, contentSha256 });
    }
    if (name === 'submit') await submitAssessment(services, lead, { assessmentId });
    if (name === 'reopen') await reopenAssessment(services, lead, { assessmentId });
    if (name === 'withdraw') {
      await withdrawAssessment(services, lead, { assessmentId, reason: 'Again.' });
    }
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      async (rounds) => {
        for (const together of rounds) {
          interleavings += 1;
          await Promise.all(together.map(run));
        }
        const opened = await openAssessment(services, lead, { id: assessmentId, act: 'read' });
        if (!opened.ok) throw new Error(opened.problem.code);
        const [latest] = await listSubmissions(services.engine.db, assessmentId);
        const submitted = opened.value.assessment.state === 'submitted';
        expect(latest !== undefined && latest.withdrawnAt === null).toBe(submitted);
        const content = submissionContent(services, opened.value);
        if (submitted) expect(latest?.snapshot).toBe(content.text);
        if (opened.value.assessment.state !== 'draft') {
          const signature = await loadSignature(services.engine.db, assessmentId);
          expect(signature?.contentSha256).toBe(content.sha256);
        }
      },
    ),
    { numRuns: 550, seed: 2027 },
  );
  expect(interleavings).toBeGreaterThanOrEqual(1000);
});
