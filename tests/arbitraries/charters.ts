// Random charters, as values, and random answers to them: sound charters with every kind of rule,
// answers with every kind of gap, counts with zeros and small groups.
import fc from 'fast-check';
import type {
  Answer,
  CountedAnswers,
  EvidenceItem,
  IndicatorCounts,
} from '#app/domain/scoring/answer.ts';
import {
  allCriteria,
  type AnyOf,
  type Charter,
  type Criterion,
  type Level,
} from '#app/domain/charter/charter.ts';
import type { Condition, Fact, Precondition } from '#app/domain/charter/facts.ts';
import type { Indicator, IndicatorRule } from '#app/domain/charter/schema.ts';
import type { Threshold } from '#app/domain/charter/values.ts';
import { charterOf, criterion, relativeLikelihood, trend } from '#tests/support/charter-factory.ts';

export type Size = {
  /** Most criteria. */
  readonly criteria: number;
  /** Highest M. */
  readonly highest: number;
  readonly weight: number;
  readonly effort: number;
  /** How often, of eight times, a level states each condition of format 2. */
  readonly added?: number;
};

/** What most laws are tested on. */
export const ordinary: Size = { criteria: 12, highest: 5, weight: 5, effort: 4 };

/** Small enough to try every combination of ratings; efforts and weights alike, so that ties abound. */
export const small: Size = { criteria: 5, highest: 3, weight: 3, effort: 2 };

/** As small, and most levels state floors, so many of some criteria, and answers by name. */
export const demanding: Size = { ...small, added: 3 };

const indicators: readonly Indicator[] = [
  relativeLikelihood('ratio', 2),
  relativeLikelihood('other-ratio', 1),
  trend('trend', 2),
  trend('other-trend', 1),
];

const KINDS = ['testimony', 'figure'].map((id) => ({ id, label: id, means: `What ${id} is.` }));
const evidenceKind = fc.constantFrom('testimony', 'figure');

/** Thresholds with none, one or two decimals; round figures often, so that equality happens. */
const threshold: fc.Arbitrary<Threshold> = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((n) => ({ hundredths: n * 500, decimals: 0 })),
  fc.integer({ min: 0, max: 1000 }).map((n) => ({ hundredths: n * 10, decimals: 1 })),
  fc.integer({ min: 0, max: 10_000 }).map((n) => ({ hundredths: n, decimals: 2 })),
);

const bound = fc.constantFrom(
  { numerator: 80, denominator: 100 },
  { numerator: 10, denominator: 10 },
  { numerator: 125, denominator: 100 },
  { numerator: 1, denominator: 3 },
);

const FACTS: readonly Fact[] = [
  {
    id: 'nation',
    kind: 'choice',
    question: 'Where?',
    guidance: '',
    options: ['england', 'wales'].map((id) => ({ id, label: id })),
  },
  { id: 'posts', kind: 'number', question: 'How many?', guidance: '', options: [] },
  { id: 'completedCycle', kind: 'yes-no', question: 'Once round?', guidance: '', options: [] },
];

const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('is' as const),
    fact: fc.constant('nation'),
    value: fc.constantFrom('england', 'wales'),
  }),
  fc.record({
    kind: fc.constant('at-least' as const),
    fact: fc.constant('posts'),
    value: fc.integer({ min: 0, max: 4 }),
  }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  simple,
  fc.record({ kind: fc.constant('not' as const), of: simple }),
  fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(simple, { minLength: 1, maxLength: 3 }),
  }),
);

function indicatorRule(highest: number): fc.Arbitrary<IndicatorRule> {
  const from = fc.integer({ min: 1, max: highest });
  const name = fc.constantFrom('ratio', 'other-ratio');
  return fc.oneof(
    fc.record({ indicator: name, from, min: bound }),
    fc.record({ indicator: name, from, max: bound }),
    fc.record({ indicator: fc.constant('trend'), from, rises: yes }),
    { arbitrary: addedRule(from), weight: 1 },
  );
}

const yes = fc.constant('true' as const);

/** Makes each arbitrary once: most of what a random charter took was to make them again for each of its criteria. */
function once<Given extends readonly unknown[], T>(
  make: (...given: Given) => fc.Arbitrary<T>,
): (...given: Given) => fc.Arbitrary<T> {
  const made = new Map<string, fc.Arbitrary<T>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const arbitrary = made.get(key) ?? make(...given);
    made.set(key, arbitrary);
    return arbitrary;
  };
}

/** What only format 2 can ask: another trend, one of several things, evidence in place of a figure. */
function addedRule(from: fc.Arbitrary<number>): fc.Arbitrary<IndicatorRule> {
  const [trends, ratios] = [fc.constant('trend'), fc.constantFrom('ratio', 'other-ratio')];
  const check = fc.oneof(
    fc.record({ indicator: ratios, min: bound }),
    fc.record({ indicator: trends, rises: yes, numeratorNotLower: yes }),
    fc.record({ indicator: trends, atLeastShareOf: fc.constant('other-trend') }),
  );
  const alternative = fc.record({
    when: fc.subarray(['zero-denominator' as const, 'too-few' as const, 'no-outcome' as const], {
      minLength: 1,
    }),
    evidence: fc.record({ minimum: fc.integer({ min: 1, max: 2 }), kind: evidenceKind }),
  });
  const asked = fc.oneof(check, fc.record({ or: fc.array(check, { minLength: 2, maxLength: 3 }) }));
  return fc
    .record({ asked, from, alternative: fc.option(alternative, { nil: undefined }) })
    .map(({ asked: rule, from: rating, alternative: instead }) => ({
      ...rule,
      from: rating,
      ...(instead === undefined ? {} : { alternative: instead }),
    }));
}

function actionOf(months: number) {
  return { objective: 'Do it', steps: ['Begin'], owner: 'A lead', measure: 'Done', months };
}

function criterionOf(id: string, section: string, size: Size): fc.Arbitrary<Criterion> {
  return criterionParts(size).map((parts) => criterion({ id, section, ...parts }));
}

const criterionParts = once((size: Size) => {
  const { highest } = size;
  const numbers = {
    from: fc.integer({ min: 1, max: highest }),
    minimum: fc.integer({ min: 1, max: 3 }),
  };
  const rule = fc.oneof(
    { arbitrary: fc.record(numbers), weight: 5 },
    { arbitrary: fc.record({ ...numbers, kind: evidenceKind }), weight: 1 },
  );
  const effort = fc.integer({ min: 1, max: size.effort });
  return fc.record({
    weight: fc.integer({ min: 1, max: size.weight }),
    effort: fc.array(effort, { minLength: highest, maxLength: highest }),
    suggestedActions: fc
      .array(fc.integer({ min: 1, max: 6 }), { minLength: highest, maxLength: highest })
      .map((months) => [null, ...months.map(actionOf)]),
    evidenceRules: fc.array(rule, { maxLength: 2 }),
    indicatorRules: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(indicatorRule(highest), { maxLength: 2 }) },
    ),
    notApplicable: fc.option(fc.constant('Where there is none.')),
    appliesWhen: fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      { weight: size.added ?? 1, arbitrary: condition },
    ),
    notApplicableReason: fc.oneof(
      { weight: 7, arbitrary: fc.constant('required' as const) },
      { weight: 1, arbitrary: fc.constant('none' as const) },
    ),
  });
});

function rising<T>(values: readonly (T | null)[], order: (value: T) => number): (T | null)[] {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => order(a) - order(b));
  return values.map((value) => (value === null ? null : (sorted.shift() ?? null)));
}

/** Null three times out of four. */
function sometimes<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
}

const sometimesThreshold = sometimes(threshold);
const sometimesRating = once((highest: number) => sometimes(fc.integer({ min: 0, max: highest })));
/** So many times of eight, else none. */
const rarelyRating = once((highest: number, added: number) =>
  fc.oneof(
    { weight: 8 - added, arbitrary: fc.constant(0) },
    { weight: added, arbitrary: fc.integer({ min: 1, max: highest }) },
  ),
);
const optional = fc.option(threshold);

const hundredths = (value: Threshold) => value.hundredths;

/** One to three levels; what several of them state never falls from one to the next. */
function levelsOf(
  criteria: readonly Criterion[],
  { highest, added = 1 }: Size,
): fc.Arbitrary<readonly Level[]> {
  const sections = [...new Set(criteria.map(({ section }) => section))];
  const rarely = <T>(value: fc.Arbitrary<T>, otherwise: T) =>
    fc.oneof(
      { weight: 8 - added, arbitrary: fc.constant(otherwise) },
      { weight: added, arbitrary: value },
    );
  const one = fc.record({
    overall: optional,
    section: optional,
    coverage: optional,
    sections: fc.record(Object.fromEntries(sections.map((id) => [id, sometimesThreshold]))),
    requires: fc.record(
      Object.fromEntries(criteria.map(({ id }) => [id, sometimesRating(highest)])),
    ),
    floor: rarelyRating(highest, added),
    floors: fc.record(Object.fromEntries(sections.map((id) => [id, rarelyRating(highest, added)]))),
    anyOf: rarely(anyOfs(criteria, highest), []),
    preconditions: rarely(fc.array(precondition, { minLength: 1, maxLength: 2 }), []),
    answered: rarely(
      fc.subarray(
        criteria.map(({ id }) => id),
        { minLength: 1 },
      ),
      [],
    ),
  });
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((drafts) => {
    const overall = rising(
      drafts.map((draft) => draft.overall),
      hundredths,
    );
    const section = rising(
      drafts.map((draft) => draft.section),
      hundredths,
    );
    const coverage = rising(
      drafts.map((draft) => draft.coverage),
      hundredths,
    );
    const requires = criteria.map(({ id }) => ({
      id,
      ratings: rising(
        drafts.map((draft) => draft.requires[id] ?? null),
        (rating) => rating,
      ),
    }));
    return drafts.map((draft, index): Level => ({
      id: `level-${index + 1}`,
      label: `Level ${index + 1}`,
      means: 'What it means.',
      overall: overall[index] ?? null,
      section: section[index] ?? null,
      coverage: coverage[index] ?? null,
      sections: new Map(
        Object.entries(draft.sections).flatMap(([id, value]) =>
          value === null ? [] : [[id, value]],
        ),
      ),
      requires: new Map(
        requires.flatMap(({ id, ratings }) => {
          const rating = ratings[index] ?? null;
          return rating === null ? [] : [[id, rating]];
        }),
      ),
      floor: draft.floor,
      floors: new Map(Object.entries(draft.floors).filter(([, rating]) => rating > 0)),
      anyOf: draft.anyOf.map((anyOf, at) => ({ ...anyOf, id: `any-${index + 1}-${at + 1}` })),
      answered: draft.answered,
      preconditions: draft.preconditions.filter(({ kind }) => kind === 'fact' || index > 0),
    }));
  });
}

const precondition: fc.Arbitrary<Precondition> = fc.oneof(
  fc.constant({ kind: 'fact' as const, fact: 'completedCycle', is: true }),
  fc.record({
    kind: fc.constant('held' as const),
    level: fc.constant('level-1'),
    years: fc.integer({ min: 1, max: 2 }),
  }),
);

/** One of a few criteria, or two of one: over three levels no more than the format allows. */
function anyOfs(
  criteria: readonly Criterion[],
  highest: number,
): fc.Arbitrary<readonly Omit<AnyOf, 'id'>[]> {
  const ids = criteria.map(({ id }) => id);
  const one = (most: number) =>
    fc.subarray(ids, { minLength: 1 }).chain((of) =>
      fc.record({
        rating: fc.integer({ min: 1, max: highest }),
        count: fc.integer({ min: 1, max: Math.min(most, of.length) }),
        of: fc.constant(of),
        minimumLeft: fc.integer({ min: 1, max: of.length }),
      }),
    );
  return fc.oneof(fc.tuple(one(3)), fc.tuple(one(1), one(1)));
}

/** A charter with one to three sections. */
function charters(size: Size): fc.Arbitrary<Charter> {
  const sections = fc.array(fc.constantFrom('A', 'B', 'C'), {
    minLength: 1,
    maxLength: size.criteria,
  });
  return fc
    .tuple(sections, fc.integer({ min: 1, max: size.highest }))
    .chain(([names, highest]) => {
      const sized = { ...size, highest };
      const criteria = names
        .toSorted()
        .map((section, index) => criterionOf(`c${index + 1}`, section, sized));
      return fc.tuple(fc.tuple(...criteria), fc.constant(highest));
    })
    .chain(([criteria, highest]) =>
      levelsOf(criteria, { ...size, highest }).map((levels) =>
        charterOf({ highest, criteria, levels, indicators, kinds: KINDS, facts: FACTS }),
      ),
    );
}

const item: fc.Arbitrary<EvidenceItem> = fc
  .record({
    title: fc.constantFrom('A paper', 'Minutes', 'A survey', ' '),
    description: fc.constant(''),
    file: fc.constantFrom('paper.pdf', 'minutes.pdf', 'survey.pdf', null),
    link: fc.constantFrom(null, 'https://example.org/', 'https://example.org/2', ' '),
    dataTable: fc.constantFrom(null, null, 'table'),
  })
  .chain((given) =>
    fc
      .option(evidenceKind, { nil: undefined })
      .map((named) => (named === undefined ? given : { ...given, kind: named })),
  );

/** Any answer, the useless ones included: no claim, blank justification, a claim off the scale. */
const answers = once((highest: number): fc.Arbitrary<Answer | null> =>
  fc.option(
    fc.record({
      claimed: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 0, max: highest }) },
        { weight: 2, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(-1, highest + 1, 0.5) },
      ),
      notApplicable: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: fc.constant('There is none.') },
        { weight: 1, arbitrary: fc.constant('  ') },
      ),
      narrative: fc.constant('What happens now.'),
      evidence: fc.array(item, { maxLength: 4 }),
    }),
    { freq: 8 },
  ),
);

const count = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other) }));

const counts: fc.Arbitrary<IndicatorCounts> = fc.record({ first: count, second: count });
const sometimesCounts = fc.option(counts, { freq: 4 });

const facts = fc.tuple(
  ...[
    { id: 'nation', said: fc.constantFrom('england', 'wales') },
    { id: 'posts', said: fc.integer({ min: 0, max: 4 }).map(String) },
    { id: 'completedCycle', said: fc.constantFrom('true', 'false') },
  ].map(({ id, said }) => fc.option(said).map((value) => ({ id, said: value }))),
);
const held = fc.option(fc.integer({ min: 0, max: 3 })).map((said) => [{ id: 'level-1', said }]);

/** Answers to most criteria of a charter, and counts for most of its indicators. */
function answerSets(charter: Charter): fc.Arbitrary<CountedAnswers> {
  const answered = allCriteria(charter).map(({ id }) =>
    answers(charter.scale.length - 1).map((said) => ({ id, said })),
  );
  const counted = charter.indicators.map(({ id }) => sometimesCounts.map((said) => ({ id, said })));
  return fc.record({
    answers: fc.tuple(...answered).map(present),
    indicators: fc.tuple(...counted).map(present),
    facts: facts.map(present),
    held: held.map(present),
  });
}

function present<T>(
  entries: readonly { readonly id: string; readonly said: T | null }[],
): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap(({ id, said }): [string, T][] => (said === null ? [] : [[id, said]])),
  );
}

/** A charter together with answers to it. */
export function assessments(size: Size): fc.Arbitrary<readonly [Charter, CountedAnswers]> {
  return charters(size).chain((charter) => fc.tuple(fc.constant(charter), answerSets(charter)));
}
