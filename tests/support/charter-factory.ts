// Small charters and answers for examples: say what matters, the rest is filled in.
import type { Answer, CountedAnswers, Count, IndicatorCounts } from '#app/domain/scoring/answer.ts';
import type { AnyOf, Charter, Criterion, Level } from '#app/domain/charter/charter.ts';
import type { Indicator } from '#app/domain/charter/schema.ts';
import { percentage, ratio, type Ratio, type Threshold } from '#app/domain/charter/values.ts';

/** A threshold as it would be read from the YAML's text. */
export function threshold(written: string): Threshold {
  return percentage.parse(written);
}

/** A ratio as it would be read from the YAML's text. */
export function ratioOf(written: string): Ratio {
  return ratio.parse(written);
}

export type CriterionParts = Partial<Criterion> & { readonly id: string };

export function criterion(parts: CriterionParts): Criterion {
  return {
    section: 'A',
    title: `Title of ${parts.id}`,
    question: `What about ${parts.id}?`,
    guidance: 'Say what happens now.',
    rationale: { why: 'It matters.', sources: [{ source: 'study' }] },
    descriptors: [],
    evidenceWanted: ['A paper'],
    evidenceRules: [],
    suggestedActions: [],
    weight: 1,
    wordLimit: 350,
    minutes: 30,
    effort: Array.from({ length: 10 }, () => 1),
    notApplicable: 'Where the organisation has none.',
    indicatorRules: [],
    replaces: [],
    statements: [],
    appliesWhen: null,
    variants: [],
    scope: 'department',
    narrative: 'required',
    notApplicableReason: 'required',
    examples: null,
    crosswalk: [],
    ...parts,
  };
}

export type LevelParts = {
  readonly overall?: string;
  readonly section?: string;
  readonly sections?: Readonly<Record<string, string>>;
  readonly requires?: Readonly<Record<string, number>>;
  readonly coverage?: string;
  readonly floor?: number;
  readonly floors?: Readonly<Record<string, number>>;
  readonly anyOf?: readonly (Omit<AnyOf, 'minimumLeft'> & Partial<AnyOf>)[];
  readonly answered?: readonly string[];
  readonly preconditions?: Level['preconditions'];
};

export function level(id: string, parts: LevelParts): Level {
  const written = (text: string | undefined) => (text === undefined ? null : threshold(text));
  const overrides = Object.entries(parts.sections ?? {});
  return {
    id,
    label: `Label of ${id}`,
    means: `What ${id} means.`,
    overall: written(parts.overall),
    section: written(parts.section),
    sections: new Map(overrides.map(([section, text]) => [section, threshold(text)])),
    requires: new Map(Object.entries(parts.requires ?? {})),
    coverage: written(parts.coverage),
    floor: parts.floor ?? 0,
    floors: new Map(Object.entries(parts.floors ?? {})),
    anyOf: (parts.anyOf ?? []).map((each) => ({ minimumLeft: 1, ...each })),
    answered: parts.answered ?? [],
    preconditions: parts.preconditions ?? [],
  };
}

export type CharterParts = {
  readonly version?: string;
  /** The highest rating M. */
  readonly highest?: number;
  readonly criteria: readonly CriterionParts[];
  readonly levels?: readonly Level[];
  readonly indicators?: readonly Indicator[];
  readonly format?: 1 | 2;
  readonly kinds?: Charter['kinds'];
  readonly facts?: Charter['facts'];
  readonly previousPlan?: Charter['previousPlan'];
  readonly judgesPlan?: Charter['judgesPlan'];
};

/** A charter whose sections are those that its criteria name, in order of first mention. */
export function charterOf(parts: CharterParts): Charter {
  const { highest = 4, levels = [], indicators = [] } = parts;
  const criteria = parts.criteria.map((each) => criterion(each));
  const sections = [...new Set(criteria.map(({ section }) => section))];
  return {
    format: parts.format ?? 1,
    id: 'example',
    version: parts.version ?? '1.0.0',
    title: 'An example',
    summary: 'A charter for tests.',
    notice: 'Nobody has adopted it.',
    sources: [{ id: 'study', citation: 'A study.' }],
    scale: Array.from({ length: highest + 1 }, (_, rating) => ({
      label: `Rating ${rating}`,
      meaning: `What ${rating} means.`,
    })),
    sections: sections.map((id) => ({
      id,
      title: `Section ${id}`,
      summary: `About ${id}.`,
      criteria: criteria.filter(({ section }) => section === id),
    })),
    levels,
    indicators,
    kinds: parts.kinds ?? [],
    cumulative: false,
    facts: parts.facts ?? [],
    glossary: [],
    standards: [],
    changes: [],
    awarding: { quorum: 3, years: 5 },
    previousPlan: parts.previousPlan ?? null,
    judgesPlan: parts.judgesPlan ?? [],
  };
}

export function relativeLikelihood(id: string, minimumDenominator = 1): Indicator {
  const group = {
    label: 'A group',
    numerator: 'those appointed',
    denominator: 'those shortlisted',
  };
  const texts = { title: `Title of ${id}`, guidance: 'Count people.', period: 'One year' };
  return {
    kind: 'relative-likelihood',
    id,
    ...texts,
    minimumDenominator,
    first: group,
    second: group,
  };
}

export function trend(id: string, minimumDenominator = 1): Indicator {
  return {
    kind: 'trend',
    id,
    title: `Title of ${id}`,
    guidance: 'Count people.',
    period: 'Two years',
    minimumDenominator,
    group: { label: 'A group', numerator: 'those promoted', denominator: 'all' },
    start: 'First year',
    end: 'Second year',
  };
}

/** An answer that claims nothing, with the given parts instead. */
export function answer(parts: Partial<Answer> = {}): Answer {
  return { claimed: null, notApplicable: null, narrative: '', evidence: [], ...parts };
}

/** So many items that count as evidence. */
export function evidence(items: number): Answer['evidence'] {
  return Array.from({ length: items }, (_, index) => ({
    title: `Paper ${index + 1}`,
    description: 'What it shows.',
    file: `paper-${index + 1}.pdf`,
    link: null,
    dataTable: null,
  }));
}

/** `numerator` out of `denominator` in each group. */
export function counts(first: readonly [number, number], second: readonly [number, number]) {
  const count = ([numerator, denominator]: readonly [number, number]): Count => ({
    numerator,
    denominator,
  });
  return { first: count(first), second: count(second) } satisfies IndicatorCounts;
}

/** Answers by criterion id: a number is a claim without evidence, a text justifies 'not applicable'. */
export function answersOf(
  given: Readonly<Record<string, number | string | Answer>>,
  indicators: Readonly<Record<string, IndicatorCounts>> = {},
): CountedAnswers {
  const answers = Object.entries(given).map(([id, said]): [string, Answer] => {
    if (typeof said === 'number') return [id, answer({ claimed: said })];
    return [id, typeof said === 'string' ? answer({ notApplicable: said }) : said];
  });
  return { answers: new Map(answers), indicators: new Map(Object.entries(indicators)) };
}
