import { expect, test } from 'vitest';
import { type AwaitingDraft, organisationWaits } from '#app/domain/home/organisation-waits.ts';
import { personWith } from '#tests/support/services.ts';

const draft: AwaitingDraft = {
  organisation: 'north',
  name: 'Trust north',
  charter: 'example@2.0.0',
  round: {
    name: 'Spring',
    state: 'open',
    opensAt: '2027-02-01T09:00:00.000Z',
    closesAt: '2027-04-30T16:00:00.000Z',
  },
  set: 'the-set',
  all: 3,
  left: 2,
};
const lead = personWith('assessment-lead', 'north', null);

test('what is not answered waits once for a lead of the whole organisation, by the end of the round', () => {
  expect(organisationWaits(lead, [draft, { ...draft }])).toEqual([
    {
      what: 'organisation',
      organisation: 'north',
      assessment: 'the-set',
      label: 'Trust north',
      round: 'Spring',
      left: 2,
      all: 3,
      on: '2027-04-30',
      late: false,
    },
  ]);
  const other = { ...draft, round: draft.round && { ...draft.round, name: 'Autumn' }, set: null };
  expect(organisationWaits(lead, [draft, other]).map(({ assessment }) => assessment)).toEqual([
    'the-set',
    '',
  ]);
});

test.each([
  ['a lead of a department', personWith('assessment-lead', 'north', 'therapies'), draft],
  ['a viewer', personWith('organisation-viewer', 'north', null), draft],
  ['a lead elsewhere', personWith('assessment-lead', 'south', null), draft],
  ['a lead, once all is answered', lead, { ...draft, left: 0 }],
  ['a lead, without a round', lead, { ...draft, round: null }],
  [
    'a lead, after the round',
    lead,
    { ...draft, round: draft.round && { ...draft.round, state: 'closed' as const } },
  ],
])('nothing waits for %s', (_, actor, one) => {
  expect(organisationWaits(actor, [one])).toEqual([]);
});
