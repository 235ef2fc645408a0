import { describe, expect, test } from 'vitest';
import type { CriterionWork, Standing } from '#app/domain/home/reader-standing.ts';
import { waitingFor } from '#app/domain/home/waiting-for.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import { waitingText } from '#words/home/waiting-text.ts';

const PLACE = { organisation: 'north', department: 'therapies' };

function work(id: string, parts: Partial<CriterionWork> = {}): CriterionWork {
  return {
    id,
    title: id,
    minutes: 20,
    state: 'ready',
    review: false,
    whose: 'nobody',
    dueOn: null,
    isMine: false,
    names: [],
    lift: null,
    comments: { open: 0, mentions: 0, byOthers: 0 },
    answer: null,
    required: false,
    ...parts,
  };
}

function standing(role: Role, parts: Partial<Standing> = {}): Standing {
  return {
    id: 'one',
    label: 'Therapies',
    actor: {
      id: 'reader',
      name: 'Reader',
      email: 'reader@example.org',
      memberships: [{ role, ...PLACE }],
    },
    place: PLACE,
    state: 'draft',
    today: '2027-03-10',
    factsToSay: 0,
    criteria: [work('G1')],
    obstacles: [],
    actions: 1,
    asked: null,
    bar: null,
    otherSigners: 1,
    signature: null,
    revision: null,
    // The evening of 5 April in London, where summer time has begun.
    round: {
      name: 'Spring 2027',
      state: 'open',
      opensAt: '2027-01-01T09:00:00.000Z',
      closesAt: '2027-04-05T16:00:00.000Z',
    },
    otherRounds: 0,
    hasRival: false,
    submittedOn: null,
    decided: null,
    award: null,
    ...parts,
  };
}

const told = (...standings: readonly Standing[]) =>
  waitingFor(standings).map((one) => {
    const { act, rest } = waitingText(one);
    return `${act}${rest}`;
  });

const OWN = { whose: 'own', state: 'in-progress' } as const;

test('nothing waits for somebody who reads', () => {
  expect(told(standing('organisation-viewer'))).toEqual([]);
});

test('what is due first stands first, what has no date last', () => {
  const award = {
    next: { what: 'report', year: 2, dueOn: '2027-03-01', late: true },
    opensOn: '2026-12-01',
    lastDay: '2030-02-28',
    renewability: { kind: 'too-early', from: '2029-03-01' },
    renewal: null,
  } as const;
  expect(
    told(
      standing('contributor', {
        label: 'Pharmacy',
        round: null,
        criteria: [work('G1', { comments: { open: 3, mentions: 2, byOthers: 1 } })],
      }),
      standing('contributor', {
        criteria: [work('G1', OWN), work('G2', OWN), work('G3'), work('G4', { whose: 'own' })],
      }),
      standing('contributor', {
        label: 'Maternity',
        state: 'submitted',
        decided: { outcome: 'award', isEarlier: false },
        award,
      }),
    ),
  ).toEqual([
    'Report on year 2 of Maternity, which was due by 1 March 2027.',
    'Write G1 and G2 of Therapies by 5 April 2027.',
    'Answer 2 comments to you on G1 of Pharmacy.',
  ]);
});

describe('the signature', () => {
  const asked = { kind: 'waiting', by: 'Niamh', at: '2027-03-08T09:00:00.000Z', text: '' } as const;

  test('waits for the sponsor, with who asked', () => {
    expect(told(standing('executive-sponsor', { asked }))).toEqual([
      'Sign Therapies, or send it back by 5 April 2027. Niamh asked on 8 March 2027.',
    ]);
  });

  test('waits for nobody who may not sign', () => {
    const bar = { code: 'submitted-it' } as const;
    expect(told(standing('executive-sponsor', { asked, bar }))).toEqual([]);
    expect(told(standing('organisation-viewer', { asked }))).toEqual([]);
  });

  test('sent back, it waits for the lead', () => {
    const back = { ...asked, kind: 'sent-back', by: 'Helen', text: 'Too short.' } as const;
    const [first] = told(standing('assessment-lead', { asked: back }));
    expect(first).toBe('Change Therapies as Helen asks by 5 April 2027.');
  });

  test('given, the lead submits it before the round closes', () => {
    const signed = {
      state: 'signed-off',
      signature: { userId: 'helen', name: 'Helen' },
    } as const;
    expect(told(standing('assessment-lead', signed))).toEqual([
      'Submit Therapies by 5 April 2027.',
    ]);
  });
});

describe('a round', () => {
  const at = (today: string) =>
    told(
      standing('assessment-lead', {
        today,
        criteria: [work('G1'), work('G2', { state: 'in-progress' })],
      }),
    );

  test('is told of from 30 days before it closes', () => {
    expect(at('2027-03-05')).toEqual([]);
    expect(at('2027-03-06')).toEqual([
      'Finish Therapies for Spring 2027 by 5 April 2027: one criterion is not ready.',
    ]);
  });

  test('that has closed makes late what was to be written for it', () => {
    const round = {
      name: 'Spring 2027',
      state: 'closed',
      opensAt: '2027-01-01T09:00:00.000Z',
      closesAt: '2027-03-10T10:00:00.000Z',
    } as const;
    const given = standing('contributor', { round, criteria: [work('G1', OWN)] });
    expect(waitingFor([given])).toMatchObject([{ what: 'write', late: true, on: '2027-03-10' }]);
    expect(told(given)).toEqual(['Write G1 of Therapies, which was due by 10 March 2027.']);
  });
});

describe('revisions', () => {
  const revision = { dueOn: '2027-03-31' };
  const criteria = [
    work('G1', { required: true }),
    work('G2', { required: true, whose: 'own' }),
    work('G3'),
  ];

  test('are begun by the lead', () => {
    const decided = { outcome: 'revisions', isEarlier: false } as const;
    const state = 'submitted' as const;
    expect(told(standing('assessment-lead', { state, revision, criteria, decided }))).toEqual([
      'Begin to revise Therapies by 31 March 2027.',
    ]);
    expect(told(standing('contributor', { state, revision, criteria, decided }))).toEqual([]);
  });

  test('wait for whoever writes the criteria, and all of them for the lead', () => {
    expect(told(standing('contributor', { revision, criteria }))).toEqual([
      'Revise G2 of Therapies by 31 March 2027.',
    ]);
    expect(told(standing('assessment-lead', { revision, criteria }))).toEqual([
      'Revise G1 and G2 of Therapies by 31 March 2027.',
    ]);
  });
});

test('leads are told what they are asked to look at, and whoever writes what is sent back', () => {
  const criteria = [
    work('G1', { answer: 'in-review' }),
    work('G2', { ...OWN, answer: 'sent-back', dueOn: '2027-03-20' }),
    work('G3', { whose: 'others', answer: 'sent-back' }),
    work('G4', { whose: 'own', answer: 'sent-back' }),
    work('G5', { whose: 'own', answer: 'agreed' }),
  ];
  expect(told(standing('contributor', { criteria }))).toEqual([
    'Change G2 of Therapies, which was sent back to you, by 20 March 2027.',
    'Change G4 of Therapies, which was sent back to you, by 5 April 2027.',
  ]);
  expect(told(standing('assessment-lead', { criteria })).at(-1)).toBe(
    'Look at G1 of Therapies, as asked.',
  );
});

test('comments of others on one’s own criteria wait, and one’s own comments do not', () => {
  const on = (byOthers: number) =>
    told(
      standing('contributor', {
        criteria: ['G1', 'G2', 'G3', 'G4', 'G5'].map((id) =>
          work(id, { whose: 'own', comments: { open: 2, mentions: 0, byOthers } }),
        ),
      }),
    );
  expect(on(0)).toEqual([]);
  expect(on(1)).toEqual(['Read 5 comments on your G1, G2, G3 and 2 more of Therapies.']);
});
