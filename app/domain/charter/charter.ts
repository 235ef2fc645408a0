// One version of a charter as everything else reads it: defaults filled in, criteria in order.
// Built from the three kinds of YAML file once they have passed schema.ts and check-charter.ts.
import type {
  CharterFile,
  CriterionEntry,
  EvidenceKind,
  EvidenceRule,
  Indicator,
  IndicatorRule,
  LevelsFile,
  SectionFile,
  Source,
  SuggestedAction,
} from './schema.ts';
import {
  type Condition,
  conditionOf,
  type Fact,
  factOf,
  type Precondition,
  preconditionsOf,
} from './facts.ts';
import type { Crosswalk, Examples, GlossaryTerm, Standard, VersionChange } from './schema-texts.ts';
import { type Variant, variantOf } from './variant.ts';
import type { Threshold } from './values.ts';

export type Criterion = {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly question: string;
  readonly guidance: string;
  readonly rationale: CriterionEntry['rationale'];
  /** One text per rating, index = rating. */
  readonly descriptors: readonly string[];
  readonly evidenceWanted: readonly string[];
  readonly evidenceRules: readonly EvidenceRule[];
  /** Index = rating that the action leads to; index 0 is empty. */
  readonly suggestedActions: readonly (SuggestedAction | null)[];
  readonly weight: number;
  readonly wordLimit: number;
  /** Minutes that answering usually takes. */
  readonly minutes: number;
  /** Index r = effort of the step from rating r to r + 1. */
  readonly effort: readonly number[];
  /** When 'not applicable' may be chosen; null where it may not. */
  readonly notApplicable: string | null;
  readonly indicatorRules: readonly IndicatorRule[];
  readonly replaces: readonly string[];
  /** Index = rating: what has to be true for it; empty where its descriptor is one text. */
  readonly statements: readonly (readonly string[])[];
  /** Where it applies at all; null = everywhere. */
  readonly appliesWhen: Condition | null;
  readonly variants: readonly Variant[];
  /** Whether it is answered once for the organisation, or by each department. */
  readonly scope: 'organisation' | 'department';
  /** Whether it is ready without a narrative, and may be 'not applicable' without a text. */
  readonly narrative: 'required' | 'optional';
  readonly notApplicableReason: 'required' | 'none';
  readonly examples: Examples | null;
  readonly crosswalk: readonly Crosswalk[];
};

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly criteria: readonly Criterion[];
};

export type Level = {
  readonly id: string;
  readonly label: string;
  readonly means: string;
  /** null = this level adds nothing to what the levels below ask. */
  readonly overall: Threshold | null;
  readonly section: Threshold | null;
  /** Overrides of `section` for single sections. */
  readonly sections: ReadonlyMap<string, Threshold>;
  /** Criterion id to the supported rating that it needs. */
  readonly requires: ReadonlyMap<string, number>;
  readonly coverage: Threshold | null;
  /** The supported rating that every applicable criterion needs; 0 = none (format 2). */
  readonly floor: number;
  /** Section id to the rating that its applicable criteria need; the larger of it and `floor` holds. */
  readonly floors: ReadonlyMap<string, number>;
  readonly anyOf: readonly AnyOf[];
  /** Ids of criteria that have to be answered, whatever coverage asks. */
  readonly answered: readonly string[];
  readonly preconditions: readonly Precondition[];
};

/** So many of these criteria at a rating or above (scoring.md, What charter format 2 adds, 6). */
export type AnyOf = {
  /** Used once in the charter. */
  readonly id: string;
  readonly rating: number;
  readonly count: number;
  /** Ids of criteria. */
  readonly of: readonly string[];
  /** Fewer that apply than this and the condition is not met; 1 or more. */
  readonly minimumLeft: number;
};

export type Charter = {
  /** The tag of the language that its texts are translated into; absent = they are its own. */
  readonly language?: string;
  /** The format of its files: what keys they may have. */
  readonly format: 1 | 2;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  /** Who stands behind the charter, and who does not; shown wherever a result is shown. */
  readonly notice: string;
  readonly sources: readonly Source[];
  /** Index = rating; the last index is the highest rating M. */
  readonly scale: readonly { readonly label: string; readonly meaning: string }[];
  readonly sections: readonly Section[];
  /** Lowest first. */
  readonly levels: readonly Level[];
  readonly indicators: readonly Indicator[];
  /** Kinds of evidence that rules of criteria know; none in format 1. */
  readonly kinds: readonly EvidenceKind[];
  /** A rating holds when every statement of it and of those below is true. */
  readonly cumulative: boolean;
  /** What is asked once for an assessment. */
  readonly facts: readonly Fact[];
  readonly glossary: readonly GlossaryTerm[];
  /** Other standards that criteria refer to. */
  readonly standards: readonly Standard[];
  /** What this version changed, and why. */
  readonly changes: readonly VersionChange[];
  /** Reviewers that a decision needs, the chair included, and years that an award holds. */
  readonly awarding: { readonly quorum: number; readonly years: number };
  /** What the share of the previous plan that was done says of one criterion; null = nothing. */
  readonly previousPlan: {
    readonly criterion: string;
    /** The least share of actions done for a rating, lowest first. */
    readonly done: readonly { readonly rating: number; readonly least: Threshold }[];
  } | null;
  /** The criteria that judge the action plan, by id; none = the charter does not say. */
  readonly judgesPlan: readonly string[];
};

// Three is a quorum in the Irish framework of Athena Swan, and its awards hold five years (domain.md, 1).
export const AWARDING = { quorum: 3, years: 5 } as const;

/** `id@version`, the name by which an assessment is bound to one version. */
export function charterName(charter: Pick<Charter, 'id' | 'version'>): string {
  return `${charter.id}@${charter.version}`;
}

type Titled = Pick<Charter, 'title' | 'version'>;

/** 'Charter title, version 1.0.0'. */
export function charterTitle({ title, version }: Titled): string {
  return `${title}, version ${version}`;
}

/** '1.0.0, Charter title': in a narrow list of choices, where the end is cut off. */
export function versionFirst({ title, version }: Titled): string {
  return `${version}, ${title}`;
}

/** The highest rating of the scale. */
export function highestRating(charter: Pick<Charter, 'scale'>): number {
  return charter.scale.length - 1;
}

/** Whether a number is a rating of the scale. */
export function isRating(charter: Pick<Charter, 'scale'>, number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= highestRating(charter);
}

/** Every criterion in the charter's order: sections as listed, then criteria as listed. */
export function allCriteria(charter: Pick<Charter, 'sections'>): readonly Criterion[] {
  return charter.sections.flatMap((section) => section.criteria);
}

/** The criterion after another one in the charter's order; undefined = there is none. */
export function criterionAfter(
  charter: Pick<Charter, 'sections'>,
  id: string,
): Criterion | undefined {
  const criteria = allCriteria(charter);
  const place = criteria.findIndex((criterion) => criterion.id === id);
  return place < 0 ? undefined : criteria[place + 1];
}

/** The criterion with this id, or undefined where the charter has none. */
export function findCriterion(
  charter: Pick<Charter, 'sections'>,
  id: string,
): Criterion | undefined {
  return allCriteria(charter).find((criterion) => criterion.id === id);
}

/** A charter from its files; call it only with files that check-charter.ts has passed. */
export function assembleCharter(
  file: CharterFile,
  levels: LevelsFile,
  sections: readonly SectionFile[],
): Charter {
  const inOrder = file.sections.flatMap((id) => sections.filter((section) => section.id === id));
  return {
    format: file.format === '2' ? 2 : 1,
    id: file.id,
    version: file.version,
    title: file.title,
    summary: file.summary,
    notice: file.notice,
    sources: file.sources,
    scale: file.scale,
    sections: inOrder.map((section) => ({
      ...section,
      criteria: section.criteria.map((entry) => criterionOf(entry, section.id, file)),
    })),
    levels: levels.levels.map((level) => ({
      id: level.id,
      label: level.label,
      means: level.means,
      overall: level.overall ?? null,
      section: level.section ?? null,
      sections: new Map(Object.entries(level.sections ?? {})),
      requires: new Map(Object.entries(level.requires ?? {})),
      coverage: level.coverage ?? null,
      floor: level.floor ?? 0,
      floors: new Map(Object.entries(level.floors ?? {})),
      anyOf: (level.anyOf ?? []).map((each) => ({ ...each, minimumLeft: each.minimumLeft ?? 1 })),
      answered: level.answered ?? [],
      preconditions: preconditionsOf(level.preconditions),
    })),
    indicators: file.indicators ?? [],
    kinds: file.kinds ?? [],
    cumulative: file.cumulative === 'true',
    facts: (file.facts ?? []).map(factOf),
    glossary: file.glossary ?? [],
    standards: file.crosswalk ?? [],
    changes: file.changes ?? [],
    awarding: {
      quorum: file.awarding?.quorum ?? AWARDING.quorum,
      years: file.awarding?.years ?? AWARDING.years,
    },
    previousPlan: previousPlanOf(file),
    judgesPlan: file.actionPlan?.criteria ?? [],
  };
}

function previousPlanOf({ previousPlan }: CharterFile): Charter['previousPlan'] {
  if (previousPlan === undefined) return null;
  const done = Object.entries(previousPlan.done)
    .map(([rating, least]) => ({ rating: Number(rating), least }))
    .toSorted((one, other) => one.rating - other.rating);
  return { criterion: previousPlan.criterion, done };
}

function criterionOf(entry: CriterionEntry, section: string, file: CharterFile): Criterion {
  const { defaults, scale } = file;
  return {
    id: entry.id,
    section,
    title: entry.title,
    question: entry.question,
    guidance: entry.guidance,
    rationale: entry.rationale,
    descriptors: scale.map(
      (_, rating) => entry.descriptors[rating] ?? entry.statements?.[rating]?.join(' ') ?? '',
    ),
    evidenceWanted: entry.evidence.wanted,
    evidenceRules: entry.evidence.rules ?? defaults.evidence ?? [],
    suggestedActions: scale.map((_, rating) => entry.suggestedActions[rating] ?? null),
    weight: entry.weight ?? defaults.weight ?? 1,
    wordLimit: entry.wordLimit ?? defaults.wordLimit,
    minutes: entry.minutes ?? defaults.minutes,
    effort: entry.effort ?? defaults.effort ?? scale.slice(1).map(() => 1),
    notApplicable: entry.notApplicable ?? null,
    indicatorRules: entry.indicators ?? [],
    replaces: entry.replaces ?? [],
    ...addedTo(entry, scale.length),
  };
}

/** What format 2 adds to a criterion. */
function addedTo(entry: CriterionEntry, ratings: number) {
  return {
    statements: Array.from({ length: ratings }, (_, rating) => entry.statements?.[rating] ?? []),
    appliesWhen: entry.appliesWhen === undefined ? null : conditionOf(entry.appliesWhen),
    variants: (entry.variants ?? []).map(variantOf),
    scope: entry.scope ?? 'department',
    narrative: entry.narrative ?? 'required',
    notApplicableReason: entry.notApplicableReason ?? 'required',
    examples: entry.examples ?? null,
    crosswalk: entry.crosswalk ?? [],
  };
}
