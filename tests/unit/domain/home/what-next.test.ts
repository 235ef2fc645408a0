// The next step is true: in every state, and for every role, it is one that the rules of the product allow. What is
// allowed is asked of the policy and of the checks that the use cases make, not of the sentence.
import { expect, test } from 'vitest';
import { nextStep } from '#app/domain/home/what-next.ts';
import type { CriterionWork, Standing } from '#app/domain/home/reader-standing.ts';
import type { NextStep } from '#app/domain/home/next-steps.ts';
import { reportState } from '#app/domain/award/plan-report.ts';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { type AssessmentAct, isOpenFor, mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { invitable } from '#app/domain/policy/invitation.ts';
import { checkNoting } from '#app/domain/submission/life.ts';
import { checkAsking, checkSendingBack, checkSigning } from '#app/domain/submission/signing.ts';
import {
  checkRevising,
  checkRival,
  checkSubmitting,
  roundTaking,
} from '#app/domain/submission/submitting.ts';
import { nextText } from '#words/home/next-text.ts';
import { stepAddress } from '#app/ui/home/step-address.ts';

const PLACE = { organisation: 'north', department: 'therapies' };
const TODAY = '2027-03-10';
const NOW = '2027-03-10T12:00:00.000Z';

function work(parts: Partial<CriterionWork> & Pick<CriterionWork, 'id'>): CriterionWork {
  return {
    title: `Title of ${parts.id}`,
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

type Answers = Pick<Standing, 'criteria' | 'obstacles' | 'factsToSay'>;

const NO_OBSTACLES = { obstacles: [], factsToSay: 0 };
const STATES: readonly Partial<CriterionWork>[] = [
  { state: 'not-started' },
  { state: 'in-progress' },
  { state: 'in-progress', review: true },
  { state: 'needs-evidence', lift: { items: 2 } },
  { state: 'needs-evidence', lift: { items: 1 } },
  { state: 'needs-evidence', lift: { enter: 'staff' } },
  { state: 'needs-evidence' },
  { comments: { open: 1, mentions: 0, byOthers: 1 } },
  { comments: { open: 2, mentions: 0, byOthers: 1 } },
  { required: true },
  {},
];
const WHOSE = [
  { whose: 'nobody' },
  { whose: 'own' },
  { whose: 'others', names: ['Ama', 'Sian', 'Wyn', 'Zoe'] },
  { whose: 'organisation' },
] as const;
const ANSWERS: readonly Answers[] = [
  { criteria: [], obstacles: [{ code: 'nothing-answered' }], factsToSay: 0 },
  { criteria: [work({ id: 'G1' })], obstacles: [], factsToSay: 3 },
  ...WHOSE.flatMap((whose) =>
    STATES.map((state) => ({
      ...NO_OBSTACLES,
      criteria: [work({ id: 'G1' }), work({ id: 'G2', ...whose, ...state })],
    })),
  ),
  ...WHOSE.flatMap((whose) => [
    {
      factsToSay: 0,
      criteria: [work({ id: 'G1', ...whose, state: 'in-progress' })],
      obstacles: [{ code: 'not-confirmed', criterion: 'G1', claimed: 2 }] as const,
    },
    {
      factsToSay: 0,
      criteria: [work({ id: 'G1', ...whose, state: 'in-progress' })],
      obstacles: [
        { code: 'narrative-over-limit', criterion: 'G1', words: 320, limit: 300 },
      ] as const,
    },
  ]),
  {
    criteria: [work({ id: 'G1', whose: 'own' }), work({ id: 'G2', state: 'not-started' })],
    ...NO_OBSTACLES,
  },
];

const ROLES: readonly (readonly Role[])[] = [
  ['assessment-lead'],
  ['contributor'],
  ['executive-sponsor'],
  ['deputy-sponsor', 'contributor'],
  ['assessment-lead', 'executive-sponsor'],
  ['organisation-viewer'],
];

function someone(roles: readonly Role[]): Actor {
  return {
    id: 'reader',
    name: 'Reader',
    email: 'reader@example.org',
    memberships: roles.map((role) => ({ role, ...PLACE })),
  };
}

const request = (kind: 'waiting' | 'sent-back') =>
  ({ kind, by: 'Niamh', at: '2027-03-01T09:00:00.000Z', text: 'Please.' }) as const;

const ROUNDS: readonly Standing['round'][] = [
  null,
  round('not-open-yet', '2027-03-11T09:00:00.000Z', '2027-04-30T16:00:00.000Z'),
  round('open', '2027-03-01T09:00:00.000Z', '2027-04-30T16:00:00.000Z'),
  round('closed', '2027-01-01T09:00:00.000Z', '2027-02-28T16:00:00.000Z'),
];

function round(state: 'not-open-yet' | 'open' | 'closed', opensAt: string, closesAt: string) {
  return { name: 'Spring 2027', state, opensAt, closesAt };
}

const REVISIONS = [null, { dueOn: '2027-03-31' }, { dueOn: '2027-03-09' }] as const;

const AWARD = { opensOn: '2027-12-01', lastDay: '2032-02-29', renewal: null };
const report = (late: boolean) => ({ what: 'report', year: 1, dueOn: '2028-02-29', late }) as const;
const early = { kind: 'too-early', from: '2031-03-01' } as const;
const AWARDS: readonly (readonly [string, NonNullable<Standing['award']>])[] = [
  ['2027-03-10', { ...AWARD, next: report(false), renewability: early }],
  ['2027-12-01', { ...AWARD, next: report(false), renewability: early }],
  ['2028-03-10', { ...AWARD, next: report(true), renewability: early }],
  [
    '2031-03-10',
    {
      ...AWARD,
      next: { what: 'end', on: AWARD.lastDay },
      opensOn: null,
      renewability: { kind: 'open' },
    },
  ],
  [
    '2031-03-10',
    { ...AWARD, next: { what: 'end', on: AWARD.lastDay }, opensOn: null, renewability: early },
  ],
  [
    '2031-03-10',
    {
      ...AWARD,
      next: report(false),
      opensOn: '2031-12-01',
      renewability: { kind: 'open' },
      renewal: 'next',
    },
  ],
  [
    '2032-03-10',
    { ...AWARD, next: null, opensOn: null, renewability: { kind: 'over', endedOn: AWARD.lastDay } },
  ],
  [
    '2032-03-10',
    { ...AWARD, next: null, opensOn: null, renewability: { kind: 'withdrawn' }, renewal: 'next' },
  ],
];

const BASE: Omit<Standing, 'actor' | 'state'> = {
  id: 'assessment',
  label: 'Therapies',
  place: PLACE,
  today: TODAY,
  ...NO_OBSTACLES,
  criteria: [work({ id: 'G1' })],
  actions: 1,
  asked: null,
  bar: null,
  otherSigners: 1,
  signature: null,
  revision: null,
  round: ROUNDS[2] ?? null,
  otherRounds: 0,
  hasRival: false,
  submittedOn: null,
  decided: null,
  award: null,
};

function* standings(): Generator<Standing> {
  for (const roles of ROLES) {
    const actor = someone(roles);
    yield* drafts(actor);
    yield* signedOff(actor);
    yield* submitted(actor);
  }
}

function* drafts(actor: Actor): Generator<Standing> {
  for (const answers of ANSWERS)
    for (const asked of [null, request('waiting'), request('sent-back')])
      for (const revision of REVISIONS)
        for (const chosen of ROUNDS)
          for (const otherRounds of [0, 2])
            for (const actions of [0, 3])
              for (const [otherSigners, bar] of [
                [0, null],
                [1, null],
                [1, { code: 'submitted-it' } as const],
              ] as const)
                yield {
                  ...BASE,
                  ...answers,
                  actor,
                  state: 'draft',
                  asked,
                  revision,
                  round: chosen,
                  otherRounds,
                  actions,
                  otherSigners,
                  bar,
                };
}

function* signedOff(actor: Actor): Generator<Standing> {
  for (const userId of ['reader', 'sponsor'])
    for (const revision of REVISIONS)
      for (const chosen of ROUNDS)
        for (const otherRounds of [0, 1])
          for (const hasRival of [false, true])
            yield {
              ...BASE,
              actor,
              state: 'signed-off',
              signature: { userId, name: 'Helen' },
              revision,
              round: chosen,
              otherRounds,
              hasRival,
            };
}

function* submitted(actor: Actor): Generator<Standing> {
  const base = { ...BASE, actor, state: 'submitted', submittedOn: '2027-03-01' } as const;
  yield base;
  yield { ...base, submittedOn: null };
  yield { ...base, decided: { outcome: 'revisions', isEarlier: true } };
  yield { ...base, decided: { outcome: 'none', isEarlier: false } };
  for (const revision of REVISIONS)
    yield { ...base, decided: { outcome: 'revisions', isEarlier: false }, revision };
  for (const [today, award] of AWARDS)
    yield { ...base, today, award, decided: { outcome: 'award', isEarlier: false } };
}

function may({ actor, place, state }: Standing, act: AssessmentAct): boolean {
  return isOpenFor(act, state) && mayWithAssessment(actor, act, place);
}

const closed = (asked: Standing['asked']) =>
  asked === null ? null : { closedAt: asked.kind === 'waiting' ? null : asked.at };

function asking(standing: Standing) {
  return checkAsking({
    message: '',
    obstacles: standing.obstacles.length,
    newest: closed(standing.asked),
    signers: standing.otherSigners,
  });
}

/** What submitting it now would say. */
function submitting({ state, actor, signature, revision, round: chosen }: Standing) {
  return checkSubmitting({
    state,
    by: actor.id,
    signature: signature === null ? null : { id: 'one', contentSha256: 'sha', ...signature },
    sha256: 'sha',
    read: undefined,
    ...taking({ revision, round: chosen }),
  });
}

function taking({ revision, round: chosen }: Pick<Standing, 'revision' | 'round'>) {
  const own = chosen === null ? null : { round: { id: 'round', ...chosen }, extensions: [] };
  return { revision, roundId: chosen === null ? null : 'round', own, now: NOW };
}

/** The code with which a round does not take it; null = it does. */
function barOfRound(standing: Standing): string | null {
  const taken = roundTaking(taking(standing));
  return taken.ok ? null : taken.problem.code;
}

const chosenOf = ({ criteria }: Standing, step: { criterion: { id: string } }) =>
  criteria.find(({ id }) => id === step.criterion.id);
const isState = (standing: Standing, step: { criterion: { id: string } }, state: string) =>
  chosenOf(standing, step)?.state === state;

type StepOf<Code> = Extract<NextStep, { readonly code: Code }>;
type Rules = {
  readonly [Code in NextStep['code']]: (standing: Standing, step: StepOf<Code>) => boolean;
};

/** When each sentence is true. */
const TRUE: Rules = {
  'say-facts': (now, { count }) => may(now, 'enter-facts') && count === now.factsToSay && count > 0,
  'read-sent-back': (now) =>
    may(now, 'answer') && may(now, 'ask-to-sign') && now.asked?.kind === 'sent-back',
  'revise-criterion': (now, step) =>
    may(now, 'answer') && chosenOf(now, step)?.required === true && barOfRound(now) === null,
  answer: (now, step) => may(now, 'answer') && isState(now, step, 'not-started'),
  'finish-answer': (now, step) => may(now, 'answer') && isState(now, step, 'in-progress'),
  'look-again': (now, step) => may(now, 'answer') && chosenOf(now, step)?.review === true,
  confirm: (now) => may(now, 'answer') && now.obstacles[0]?.code === 'not-confirmed',
  shorten: (now, { words, limit }) => may(now, 'answer') && words > limit,
  'attach-evidence': (now, step) =>
    may(now, 'attach-evidence') && isState(now, step, 'needs-evidence') && step.items > 0,
  'enter-counts': (now, step) =>
    may(now, 'enter-counts') && isState(now, step, 'needs-evidence') && step.indicator === 'staff',
  'answer-comments': (now, step) =>
    may(now, 'resolve-comments') && chosenOf(now, step)?.comments.open === step.count,
  'see-others': (now, { count }) =>
    may(now, 'answer') &&
    count ===
      now.criteria.filter(
        ({ whose, state }) => whose === 'others' && ['not-started', 'in-progress'].includes(state),
      ).length,
  'own-ready': (now, { left }) =>
    now.criteria.every(({ whose, state }) => whose !== 'own' || state === 'ready') &&
    left === now.criteria.filter(({ state }) => state !== 'ready').length,
  'see-cap': (now, step) =>
    isState(now, step, 'needs-evidence') && chosenOf(now, step)?.lift === null,
  'add-action': (now) => may(now, 'plan-actions') && now.actions === 0,
  'choose-round': (now) =>
    may(now, 'choose-round') &&
    now.otherRounds > 0 &&
    ['no-round', 'round-closed'].includes(barOfRound(now) ?? ''),
  'put-right': (now, { count }) =>
    may(now, 'answer') && asking(now).ok === false && count === now.obstacles.length,
  'find-signer': (now) => {
    const asked = asking(now);
    return (
      !asked.ok &&
      asked.problem.code === 'nobody-signs' &&
      invitable(now.actor, now.place).includes('executive-sponsor')
    );
  },
  'ask-to-sign': (now) => may(now, 'ask-to-sign') && asking(now).ok,
  'wait-for-signature': (now) => {
    const asked = asking(now);
    return now.asked?.kind === 'waiting' && !(asked.ok && may(now, 'ask-to-sign'));
  },
  sign: (now) =>
    may(now, 'sign-off') &&
    checkSendingBack({ comments: 'x', bar: now.bar, newest: closed(now.asked) }).ok &&
    checkSigning({
      state: now.state,
      bar: now.bar,
      obstacles: 0,
      sha256: 'a',
      readSha256: 'a',
    }).ok,
  'others-sign': (now) => may(now, 'sign-off') && now.bar !== null,
  'wait-for-team': (now, { ready, all }) =>
    ready === now.criteria.filter(({ state }) => state === 'ready').length &&
    all === now.criteria.length &&
    (!may(now, 'answer') ||
      !now.criteria.some(
        ({ whose, state }) => (whose === 'nobody' || whose === 'own') && state === 'not-started',
      )),
  submit: (now) =>
    may(now, 'submit') && submitting(now).ok && checkRival(now.hasRival ? { number: 1 } : null).ok,
  'others-submit': (now) => !may(now, 'submit'),
  'own-signature': (now) => {
    const result = submitting(now);
    return !result.ok && result.problem.code === 'signed-it';
  },
  'wait-for-round': (now) => barOfRound(now) === 'no-round' && now.otherRounds === 0,
  'round-opens': (now) => barOfRound(now) === 'round-not-open-yet',
  'round-closed': (now) => barOfRound(now) === 'round-closed' && now.otherRounds === 0,
  rival: (now) => may(now, 'submit') && !checkRival({ number: 1 }).ok && now.hasRival,
  'wait-for-panel': (now) => now.decided === null || now.decided.isEarlier,
  'begin-revision': (now) => may(now, 'revise') && checkRevising(now.state, now.revision, NOW).ok,
  'wait-for-revision': (now) =>
    !may(now, 'revise') && checkRevising(now.state, now.revision, NOW).ok,
  'revisions-over': (now) => barOfRound(now) === 'revisions-over',
  'read-decision': (now) => may(now, 'read') && now.decided !== null,
  'write-report': (now, { dueOn, year }) => {
    const opensOn = now.award?.opensOn ?? '';
    const state = reportState({ year, beginsOn: '2027-03-01', opensOn, dueOn }, null, now.today);
    return may(now, 'report-progress') && (state === 'due' || state === 'overdue');
  },
  'note-progress': (now) => may(now, 'note-progress') && checkNoting(now.state, true).ok,
  renew: (now) => may(now, 'renew') && now.award?.renewability.kind === 'open',
  'see-renewal': (now, { renewal }) => now.award?.renewal === renewal,
  'award-holds': (now) => (now.award?.lastDay ?? '') >= now.today,
  'award-over': (now) => now.award?.next === null && !may(now, 'renew'),
  'start-again': (now) => mayWithAssessment(now.actor, 'start', now.place),
};

/** The organisation answers it once: nothing of it is a department’s to write. */
function isTheirs(standing: Standing, step: NextStep): boolean {
  return 'criterion' in step && chosenOf(standing, step)?.whose === 'organisation';
}

function isTrue<Code extends NextStep['code']>(standing: Standing, step: StepOf<Code>): boolean {
  const rule: (now: Standing, given: StepOf<Code>) => boolean = TRUE[step.code as Code];
  return rule(standing, step);
}

test('in every state everybody finds one sentence, and it is true', () => {
  const reached = new Set<string>();
  for (const standing of standings()) {
    const step = nextStep(standing);
    reached.add(step.code);
    if (!isTrue(standing, step) || isTheirs(standing, step)) {
      const { actor, ...facts } = standing;
      const roles = actor.memberships.map(({ role }) => role);
      throw new Error(`untrue: ${JSON.stringify({ step, roles, facts })}`);
    }
    const text = nextText(step);
    if (!/^[A-Z].*[^.]$/.test(text) || text.includes('undefined'))
      throw new Error(`no sentence: ${text}`);
    expect(stepAddress('assessment', step)).toMatch(/^\/assessments\//);
  }
  expect([...reached].toSorted()).toEqual(Object.keys(TRUE).toSorted());
});

/** Steps that wait for somebody else of the same department. */
const WAITS = [
  'see-others',
  'own-ready',
  'see-cap',
  'wait-for-signature',
  'others-sign',
  'wait-for-team',
  'others-submit',
  'own-signature',
  'wait-for-revision',
];

test('never do all wait for each other: a lead, a writer and a sponsor who has not signed', () => {
  const asked = [...standings()].filter(
    ({ actor, bar, signature, otherSigners }) =>
      actor.memberships.length === 1 &&
      actor.memberships[0]?.role === 'assessment-lead' &&
      bar === null &&
      otherSigners > 0 &&
      signature?.userId !== actor.id,
  );
  expect(asked.length).toBeGreaterThan(1000);
  for (const standing of asked) {
    const of = (roles: readonly Role[], own: boolean) =>
      nextStep({
        ...standing,
        actor: { ...someone(roles), id: roles.join(' ') },
        criteria: standing.criteria.map((one) =>
          own && one.whose === 'others' ? { ...one, whose: 'own' } : one,
        ),
      });
    const steps = [
      of(['assessment-lead'], false),
      of(['contributor'], true),
      of(['executive-sponsor'], false),
    ].map(({ code }) => code);
    const moves = steps.some((code) => !WAITS.includes(code));
    if (!moves) throw new Error(`all wait: ${JSON.stringify({ steps, standing })}`);
  }
});
