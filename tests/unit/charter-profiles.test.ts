// What the levels of the mentoring charter mean, as profiles that a panel chair would name: the review of the
// charter (F3, F4, F8) and issue 14 say what each has to give. Whoever changes a threshold reads here what it does.
import { describe, expect, test } from 'vitest';
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { AnswerSet, EvidenceItem, IndicatorCounts } from '#app/domain/scoring/answer.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { mentoringCharter } from '#tests/support/mentoring-charter.ts';
import { answer, counts } from '#tests/support/charter-factory.ts';

const charter = await mentoringCharter();
const IDS = allCriteria(charter).map(({ id }) => id);
const OUTCOMES = ['O1', 'O2', 'O3', 'O4', 'O5'];
const KINDS = ['document', 'figure', 'testimony', 'independent'];

/** A large trust: groups of every size that the figures need, shares that rise, nobody left out. */
const LARGE = {
  'senior-representation': counts([14, 96], [19, 101]),
  'middle-representation': counts([60, 200], [62, 200]),
  'promotion-likelihood': counts([18, 84], [33, 210]),
  'mentoring-reach': counts([40, 100], [90, 300]),
};
/** A service of one profession with eight BME staff. */
const SMALL = {
  'senior-representation': counts([3, 6], [3, 7]),
  'middle-representation': counts([2, 5], [2, 5]),
  'promotion-likelihood': counts([2, 8], [1, 4]),
  'mentoring-reach': counts([4, 8], [9, 30]),
};
const FACTS = {
  nation: 'england',
  employer: 'nhs-trust',
  'bme-staff': '40',
  'senior-posts': '96',
  professions: '5',
  'reverse-mentoring': 'true',
  firstApplication: 'false',
  completedCycle: 'true',
};

type Ratings = Readonly<Record<string, number | null>>;
type Given = {
  readonly figures?: Readonly<Record<string, IndicatorCounts>>;
  readonly facts?: Readonly<Record<string, string>>;
  readonly kinds?: readonly string[];
};

function evidenceOf(kinds: readonly string[]): readonly EvidenceItem[] {
  return kinds.flatMap((kind) =>
    [1, 2].map((number) => ({
      title: `${kind} ${number}`,
      description: '',
      file: null,
      link: `https://example.org/${kind}/${number}`,
      dataTable: null,
      kind,
    })),
  );
}

/** Every criterion at one rating, but for some; null = no answer. */
function profile(all: number, but: Ratings = {}, given: Given = {}): AnswerSet {
  const { figures = LARGE, facts = {}, kinds = KINDS } = given;
  const answers = IDS.flatMap((id) => {
    const claimed = Object.hasOwn(but, id) ? (but[id] ?? null) : all;
    return claimed === null
      ? []
      : [[id, answer({ claimed, evidence: evidenceOf(kinds) })] as const];
  });
  return {
    answers: new Map(answers),
    indicators: new Map(Object.entries(figures)),
    facts: new Map(Object.entries({ ...FACTS, ...facts })),
  };
}

const levelOf = (set: AnswerSet) => scoreAssessment(charter, set).level;
const supportedOf = (set: AnswerSet, id: string) =>
  scoreAssessment(charter, set).criteria.find((each) => each.id === id)?.supported;

const at = (ids: readonly string[], rating: number): Ratings =>
  Object.fromEntries(ids.map((id) => [id, rating]));
const PAPER = ['document'];
const NOTHING_INDEPENDENT = ['document', 'figure', 'testimony'];
const podiatry = {
  'bme-staff': '8',
  'senior-posts': '0',
  professions: '1',
  'reverse-mentoring': 'false',
};

describe('the level that a department holds', () => {
  test.each<[string, AnswerSet, string | null]>([
    ['nothing begun anywhere', profile(0), null],
    ['everything planned', profile(1), null],
    ['everything in place', profile(2), 'bronze'],
    ['everything works and was reviewed', profile(3), 'silver'],
    ['everything sustained', profile(4), 'gold'],
    ['everything works, no outcome above in place', profile(3, at(OUTCOMES, 2)), 'bronze'],
    ['one outcome works: chances', profile(3, { ...at(OUTCOMES, 2), O1: 3 }), 'silver'],
    ['one outcome works: the second', profile(3, { ...at(OUTCOMES, 2), O2: 3 }), 'silver'],
    ['one outcome works: the third', profile(3, { ...at(OUTCOMES, 2), O3: 3 }), 'silver'],
    ['one outcome works: careers', profile(3, { ...at(OUTCOMES, 2), O4: 3 }), 'silver'],
    ['one outcome works: the fifth', profile(3, { ...at(OUTCOMES, 2), O5: 3 }), 'silver'],
    ['everything sustained, no outcome that lasts', profile(4, { O1: 3, O4: 3 }), 'silver'],
    ['everything sustained, chances not yet', profile(4, { O1: 3 }), 'gold'],
    ['everything sustained, careers not yet', profile(4, { O4: 3 }), 'gold'],
    ['everything works, only careers last', profile(3, { O4: 4 }), 'silver'],
    ['no training of mentors', profile(4, { M8: 0 }), 'none above bronze'],
    ['race is never mentioned in training', profile(3, { S2: 0 }), null],
    ['mentors are trained and race left out', profile(2, { S2: 0 }), null],
    ['nobody reaches BME staff', profile(3, { A2: 0 }), null],
    ['racism inside the pair has no answer', profile(4, { S6: 0 }), 'none above bronze'],
    ['no trust to speak of', profile(3, { M1: 2 }), 'bronze'],
    ['the previous plan cannot be found', profile(4, { P2: 0 }), 'bronze'],
    ['the plan is new and has no measure of effect', profile(3, { P1: 2 }), 'bronze'],
    ['one question left without an answer', profile(4, { M3: null }), null],
    ['an honest 0 in a corner, all else in place', profile(2, { M3: 0 }), 'bronze'],
    ['an honest 0 in a corner, all else sustained', profile(4, { M3: 0 }), 'bronze'],
    ['a 1 in a corner, all else sustained', profile(4, { M3: 1 }), 'silver'],
    ['all on paper', profile(4, {}, { kinds: PAPER }), 'bronze'],
    ['no figure entered', profile(4, {}, { figures: {} }), 'silver'],
    [
      'a scheme for BME staff alone',
      profile(4, {}, { figures: { ...LARGE, 'mentoring-reach': counts([40, 100], [0, 300]) } }),
      'gold',
    ],
    [
      'every BME colleague has a mentor',
      profile(4, {}, { figures: { ...LARGE, 'promotion-likelihood': counts([12, 60], [0, 2]) } }),
      'gold',
    ],
    [
      'BME staff a third less likely to have a mentor',
      profile(
        4,
        {},
        { figures: { ...LARGE, 'mentoring-reach': counts([210, 1000], [300, 1000]) } },
      ),
      'silver',
    ],
    [
      'mentees move up less than others',
      profile(
        4,
        {},
        { figures: { ...LARGE, 'promotion-likelihood': counts([8, 100], [10, 100]) } },
      ),
      'silver',
    ],
    ['small groups, with independent accounts', profile(4, {}, { figures: SMALL }), 'gold'],
    [
      'small groups, nothing independent',
      profile(4, {}, { figures: SMALL, kinds: NOTHING_INDEPENDENT }),
      'silver',
    ],
    [
      'small groups that work',
      profile(3, {}, { figures: SMALL, kinds: NOTHING_INDEPENDENT }),
      'silver',
    ],
    [
      'one profession, eight BME staff, no senior posts',
      profile(4, {}, { figures: SMALL, facts: podiatry }),
      'gold',
    ],
    [
      'a first application without a plan before',
      profile(3, { P2: null }, { facts: { firstApplication: 'true' } }),
      'silver',
    ],
    [
      'no reverse mentoring',
      profile(3, { S5: 0 }, { facts: { 'reverse-mentoring': 'false' } }),
      'silver',
    ],
    ['no full cycle yet', profile(4, {}, { facts: { completedCycle: 'false' } }), 'bronze'],
  ])('%s', (_, set, expected) => {
    if (expected === 'none above bronze') expect([null, 'bronze']).toContain(levelOf(set));
    else expect(levelOf(set)).toBe(expected);
  });

  test.each(IDS)('%s alone at 0 holds nothing above bronze, and alone at 1 never gold', (id) => {
    expect([null, 'bronze']).toContain(levelOf(profile(4, { [id]: 0 })));
    expect(levelOf(profile(4, { [id]: 1 }))).not.toBe('gold');
  });
});

describe('what a department in place everywhere has to do', () => {
  const to = (level: string, set: AnswerSet) =>
    cheapestPath(charter, set, { to: level, pins: new Set() });

  test('for silver, no step that takes two years', () => {
    for (const facts of [{}, { firstApplication: 'true', 'reverse-mentoring': 'false' }]) {
      const way = to('silver', profile(2, {}, { facts }));
      expect(way.status).toBe('reachable');
      expect(Math.max(...way.steps.map((step) => step.to))).toBe(3);
    }
  });

  test('for gold, an outcome that lasts is among the steps', () => {
    const way = to('gold', profile(3));
    const lasting = way.steps.filter((step) => step.to === 4).map(({ criterion }) => criterion);
    expect(lasting.some((id) => ['O1', 'O4'].includes(id))).toBe(true);
  });
});

test('senior posts level with the band below count as well as a share that rises', () => {
  const parity = {
    ...LARGE,
    'senior-representation': counts([30, 100], [30, 100]),
    'middle-representation': counts([60, 200], [60, 200]),
  };
  expect(supportedOf(profile(4, {}, { figures: parity }), 'R4')).toBe(4);
  const fewer = { ...LARGE, 'senior-representation': counts([4, 20], [3, 14]) };
  expect(supportedOf(profile(4, {}, { figures: fewer }), 'R4')).toBe(2);
});
