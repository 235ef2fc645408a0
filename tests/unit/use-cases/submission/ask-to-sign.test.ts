import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { changesSinceAsked, signingState } from '#app/queries/submission/signing-state.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { askToSign, sendBack, takeBackRequest } from '#app/use-cases/submission/ask-to-sign.ts';
import { homeView } from '#app/queries/home/home.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { done, passwordFor } from '#tests/support/review.ts';
import { personWith, withAnyPassword } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

const refusedWith = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

/** One answer by the contributor; sponsor, deputy and lead. Every password is right. */
async function ready() {
  const joined = await team();
  const services: Services = withAnyPassword(joined.services);
  const deputy = await joined.join('Dai Deputy', 'deputy-sponsor', ['north', 'therapies']);
  const { assessmentId, contributor, sponsor } = joined;
  await services.engine.commit([passwordFor(sponsor)]);
  const write = (actor: Actor, criterion: string, narrative: string, readVersion = 0) =>
    answerCriterion(services, actor, {
      assessmentId,
      criterion,
      claimed: 1,
      notApplicable: null,
      narrative,
      readVersion,
    });
  done(await write(contributor, 'G1', 'Our sponsor is named.'));
  const letters = async () =>
    (await joined.letters()).map(({ recipient, subject }) => `${recipient}: ${subject}`).toSorted();
  const state = () => signingState(services, { id: assessmentId, state: 'draft' });
  return { ...joined, services, deputy, write, letters, state };
}

/** What waits for the signature of this person, as their home page has it. */
async function toSign(services: Services, person: Actor) {
  return (await homeView(services, person)).waiting.filter(({ what }) => what === 'sign');
}

const ASKED = [
  'dai@team.example: Waits for your signature: the self-assessment of therapies',
  'helen@team.example: Waits for your signature: the self-assessment of therapies',
];

describe('the lead asks for a signature', () => {
  test('it waits for sponsor and deputy, at home and by letter, once', async () => {
    const { services, lead, sponsor, deputy, viewer, assessmentId, letters, trail } = await ready();
    const message = ' Please read G1 first. ';
    expect(await askToSign(services, lead, { assessmentId, message })).toEqual({
      ok: true,
      value: { asked: 2 },
    });
    expect(await askToSign(services, lead, { assessmentId, message })).toEqual(
      refusedWith('asked-already'),
    );
    for (const person of [sponsor, deputy]) {
      expect(await toSign(services, person)).toMatchObject([
        { assessment: assessmentId, by: 'Niamh Lead', message: 'Please read G1 first.' },
      ]);
    }
    for (const person of [lead, viewer]) {
      expect(await toSign(services, person)).toEqual([]);
    }
    expect(await letters()).toEqual(ASKED);
    expect((await trail()).map(({ event }) => event)).toContain('signature-asked');
  });

  test('asked twice at once, it waits once', async () => {
    const { services, lead, assessmentId } = await ready();
    const ask = () => askToSign(services, lead, { assessmentId, message: '' });
    const results = await Promise.all([ask(), ask(), ask()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual([
      refusedWith('asked-already'),
      refusedWith('asked-already'),
    ]);
  });

  test('whoever wrote most of it is not asked', async () => {
    const { services, lead, sponsor, assessmentId, letters, join, write } = await ready();
    const deputy = await join('Wyn Writer', 'deputy-sponsor', ['north', 'therapies']);
    const { memberships } = personWith('contributor', 'north', 'therapies');
    const writer = { ...deputy, memberships: [...deputy.memberships, ...memberships] };
    for (const criterion of ['G2', 'G3']) done(await write(writer, criterion, 'Mine.'));
    done(await askToSign(services, lead, { assessmentId, message: '' }));
    expect(await letters()).toEqual(ASKED);
    expect(await toSign(services, writer)).toEqual([]);
    expect(await toSign(services, sponsor)).toHaveLength(1);
    const comments = 'Not mine to say.';
    expect(await sendBack(services, writer, { assessmentId, comments })).toEqual(
      refusedWith('wrote-most'),
    );
  });

  test('only the lead asks, and only for what can be signed', async () => {
    const { services, lead, contributor, sponsor, stranger, assessmentId, write } = await ready();
    const ask = (actor: Actor, message = '') =>
      askToSign(services, actor, { assessmentId, message });
    expect(await ask(contributor)).toEqual(refusedWith('not-allowed'));
    expect(await ask(sponsor)).toEqual(refusedWith('not-allowed'));
    expect(await ask(stranger)).toEqual(refusedWith('not-found'));
    expect(await ask(lead, 'x'.repeat(2001))).toEqual(refusedWith('message-too-long'));
    done(await write(contributor, 'G1', 'word '.repeat(351), 1));
    expect(await ask(lead)).toEqual(refusedWith('obstacles'));
  });

  test('taken back, it waits for nobody and can be asked again', async () => {
    const { services, lead, sponsor, assessmentId, state } = await ready();
    const message = '';
    expect(await takeBackRequest(services, lead, { assessmentId })).toEqual(
      refusedWith('not-asked'),
    );
    done(await askToSign(services, lead, { assessmentId, message }));
    done(await takeBackRequest(services, lead, { assessmentId }));
    expect(await state()).toBeNull();
    expect(await toSign(services, sponsor)).toEqual([]);
    expect((await askToSign(services, lead, { assessmentId, message })).ok).toBe(true);
  });
});

describe('the sponsor', () => {
  test('sees what changed since it was asked', async () => {
    const { services, lead, sponsor, contributor, assessmentId, write } = await ready();
    done(await askToSign(services, lead, { assessmentId, message: '' }));
    const changes = async () => {
      const view = await assessmentView(services, sponsor, assessmentId);
      return view && done(await changesSinceAsked(services, view));
    };
    expect(await changes()).toEqual({ criteria: [], others: [] });
    done(await write(contributor, 'G1', 'Our sponsor is well known.', 1));
    const link = 'https://example.org/minutes';
    const minutes = { title: 'Minutes', description: '', link, file: null };
    done(
      await attachEvidence(services, contributor, { assessmentId, criterion: 'G2', ...minutes }),
    );
    const found = await changes();
    expect(found?.criteria.map(({ id, added }) => [id, added])).toEqual([
      ['G1', []],
      ['G2', ['Minutes']],
    ]);
    const added = found?.criteria[0]?.words.filter(({ kind }) => kind === 'added');
    expect(added?.map(({ text }) => text).join('')).toContain('well known');
  });

  test('is shown no changes where what was asked for cannot be read', async () => {
    const { services, lead, sponsor, assessmentId } = await ready();
    done(await askToSign(services, lead, { assessmentId, message: '' }));
    services.engine.connection.exec(`update sign_requests set snapshot = '{"format":2}'`);
    const view = await assessmentView(services, sponsor, assessmentId);
    expect(view && (await changesSinceAsked(services, view))).toEqual(refusedWith('altered'));
  });

  test('sends it back with comments, and who asked gets a letter', async () => {
    const { services, lead, sponsor, assessmentId, letters, state, write } = await ready();
    const back = (comments: string) => sendBack(services, sponsor, { assessmentId, comments });
    expect(await back('Too short.')).toEqual(refusedWith('not-asked'));
    done(await askToSign(services, lead, { assessmentId, message: '' }));
    expect(await back(' ')).toEqual(refusedWith('comments-wrong'));
    expect(await sendBack(services, lead, { assessmentId, comments: 'x' })).toEqual(
      refusedWith('not-allowed'),
    );
    done(await back('G1 is too short.'));
    expect(await state()).toMatchObject({
      kind: 'sent-back',
      by: 'Helen Sponsor',
      comments: 'G1 is too short.',
    });
    expect(await letters()).toEqual([
      ...ASKED,
      'niamh@team.example: Sent back: the self-assessment of therapies',
    ]);
    expect((await write(lead, 'G2', 'Still open.')).ok).toBe(true);
  });

  test('sent back and asked again at once, it comes by letter again; taken back, it does not', async () => {
    const { services, lead, sponsor, assessmentId, letters } = await ready();
    const ask = async () => done(await askToSign(services, lead, { assessmentId, message: '' }));
    const asked = async () => (await letters()).filter((one) => one.includes('Waits for your'));
    await ask();
    done(await takeBackRequest(services, lead, { assessmentId }));
    await ask();
    expect(await asked()).toEqual(ASKED);
    done(await sendBack(services, sponsor, { assessmentId, comments: 'G1 is too short.' }));
    await ask();
    expect(await asked()).toEqual([...ASKED, ...ASKED].toSorted());
  });

  test('signs it unasked: the lead gets the letter all the same', async () => {
    const { services, sponsor, assessmentId, letters } = await ready();
    const contentSha256 = (await contentFingerprint(services, sponsor, assessmentId)) ?? '';
    done(await signOff(services, sponsor, { assessmentId, password: 'any', contentSha256 }));
    expect(await letters()).toEqual([
      'helen@team.example: You signed the self-assessment of therapies',
      'niamh@team.example: Signed: the self-assessment of therapies',
    ]);
  });

  test('signs it: who asked gets a letter, who signed a receipt of exactly that', async () => {
    const { services, lead, sponsor, assessmentId, letters } = await ready();
    done(await askToSign(services, lead, { assessmentId, message: '' }));
    const contentSha256 = (await contentFingerprint(services, sponsor, assessmentId)) ?? '';
    done(await signOff(services, sponsor, { assessmentId, password: 'any', contentSha256 }));
    expect(await letters()).toEqual(
      [
        ...ASKED,
        'helen@team.example: You signed the self-assessment of therapies',
        'niamh@team.example: Signed: the self-assessment of therapies',
      ].toSorted(),
    );
    const receipt = services.engine.connection
      .prepare<[], string>("select text from outbox where subject like 'You signed%'")
      .pluck()
      .get();
    expect(receipt).toContain(contentSha256);
    expect(await toSign(services, sponsor)).toEqual([]);
    expect(await signingState(services, { id: assessmentId, state: 'signed-off' })).toMatchObject({
      kind: 'signed',
      by: 'Helen Sponsor',
    });
    expect(await sendBack(services, sponsor, { assessmentId, comments: 'Late' })).toEqual(
      refusedWith('not-asked'),
    );
  });
});
