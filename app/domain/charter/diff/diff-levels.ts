// What changed in the levels between two versions: every threshold and required rating, before and
// after. Source: scoring.md, Versions.
import type { AnyOf, Charter, Level } from '#app/domain/charter/charter.ts';
import type { Precondition } from '#app/domain/charter/facts.ts';
import { sameValue } from '#app/domain/charter/same-value.ts';
import type { Threshold } from '#app/domain/charter/values.ts';

/** One number of a level; null = the level does not state it. */
export type LevelNumberChange =
  | {
      readonly kind: 'overall' | 'section' | 'coverage';
      readonly before: Threshold | null;
      readonly after: Threshold | null;
    }
  | {
      readonly kind: 'section-override';
      readonly section: string;
      readonly before: Threshold | null;
      readonly after: Threshold | null;
    }
  | {
      readonly kind: 'required';
      readonly criterion: string;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'floor';
      /** null = every criterion. */
      readonly section: string | null;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'any-of';
      readonly id: string;
      readonly before: AnyOf | null;
      readonly after: AnyOf | null;
    }
  | {
      readonly kind: 'preconditions';
      readonly before: readonly Precondition[] | null;
      readonly after: readonly Precondition[] | null;
    }
  | {
      readonly kind: 'answered';
      /** Ids of criteria; null = the level names none. */
      readonly before: readonly string[] | null;
      readonly after: readonly string[] | null;
    };

export type LevelChange = {
  readonly id: string;
  /** changed = a number or its place among the levels; wording = its label or what it means. */
  readonly kind: 'unchanged' | 'wording' | 'changed' | 'added' | 'removed';
  /** True where the levels that both versions have come in another order around it. */
  readonly moved: boolean;
  /** For an added or removed level: everything that it states. */
  readonly numbers: readonly LevelNumberChange[];
};

/** Every level of either version: those of the newer in its order, then those removed. */
export function diffLevels(before: Charter, after: Charter): readonly LevelChange[] {
  const older = new Map(before.levels.map((level) => [level.id, level]));
  const newer = new Set(after.levels.map(({ id }) => id));
  const shared = (charter: Charter) =>
    charter.levels.map(({ id }) => id).filter((id) => older.has(id) && newer.has(id));
  const orderBefore = shared(before);
  const orderAfter = shared(after);
  const kept = after.levels.map((level): LevelChange => {
    const was = older.get(level.id);
    if (was === undefined) return { ...named(level, 'added'), numbers: numbers(null, level) };
    const moved = orderBefore.indexOf(level.id) !== orderAfter.indexOf(level.id);
    const changed = numbers(was, level);
    const reworded = was.label !== level.label || was.means !== level.means;
    const wording = reworded ? 'wording' : 'unchanged';
    const kind = moved || changed.length > 0 ? 'changed' : wording;
    return { id: level.id, kind, moved, numbers: changed };
  });
  const removed = before.levels
    .filter(({ id }) => !newer.has(id))
    .map((level) => ({ ...named(level, 'removed'), numbers: numbers(level, null) }));
  return [...kept, ...removed];
}

function named(level: Level, kind: 'added' | 'removed') {
  return { id: level.id, kind, moved: false } as const;
}

function numbers(before: Level | null, after: Level | null): readonly LevelNumberChange[] {
  const plain = (['overall', 'section', 'coverage'] as const).map((kind) => ({
    kind,
    before: before?.[kind] ?? null,
    after: after?.[kind] ?? null,
  }));
  const overrides = keysOf(before?.sections, after?.sections).map((section) => ({
    kind: 'section-override' as const,
    section,
    before: before?.sections.get(section) ?? null,
    after: after?.sections.get(section) ?? null,
  }));
  const required = keysOf(before?.requires, after?.requires).map((criterion) => ({
    kind: 'required' as const,
    criterion,
    before: before?.requires.get(criterion) ?? null,
    after: after?.requires.get(criterion) ?? null,
  }));
  return [
    ...[...plain, ...overrides].filter((change) => !sameThreshold(change.before, change.after)),
    ...required.filter((change) => change.before !== change.after),
    ...addedNumbers(before, after),
  ];
}

/** What differs in the conditions of format 2. */
function addedNumbers(before: Level | null, after: Level | null): readonly LevelNumberChange[] {
  const floor = (level: Level | null) => (level === null || level.floor === 0 ? null : level.floor);
  const floors = [
    { kind: 'floor' as const, section: null, before: floor(before), after: floor(after) },
    ...keysOf(before?.floors, after?.floors).map((section) => ({
      kind: 'floor' as const,
      section,
      before: before?.floors.get(section) ?? null,
      after: after?.floors.get(section) ?? null,
    })),
  ];
  const [older, newer] = [byId(before), byId(after)];
  const anyOfs = keysOf(older, newer).map((id) => ({
    kind: 'any-of' as const,
    id,
    before: older.get(id) ?? null,
    after: newer.get(id) ?? null,
  }));
  const asked = (level: Level | null) =>
    level === null || level.answered.length === 0 ? null : level.answered;
  const answered = { kind: 'answered' as const, before: asked(before), after: asked(after) };
  const needed = (level: Level | null) =>
    level === null || level.preconditions.length === 0 ? null : level.preconditions;
  const preconditions = {
    kind: 'preconditions' as const,
    before: needed(before),
    after: needed(after),
  };
  return [...floors, ...anyOfs, answered, preconditions].filter(
    (change) => !sameValue(inAnyOrder(change.before), inAnyOrder(change.after)),
  );
}

function byId(level: Level | null): ReadonlyMap<string, AnyOf> {
  return new Map(level?.anyOf.map((anyOf) => [anyOf.id, anyOf]));
}

/** Criteria that are named in another order are the same condition. */
function inAnyOrder(value: LevelNumberChange['before']): unknown {
  if (value === null || typeof value === 'number') return value;
  if ('of' in value) return { ...value, of: value.of.toSorted() };
  if ('hundredths' in value) return value;
  return value.every((each) => typeof each === 'string') ? value.toSorted() : value;
}

function keysOf(
  before: ReadonlyMap<string, unknown> = new Map(),
  after: ReadonlyMap<string, unknown> = new Map(),
): readonly string[] {
  return [...new Set([...after.keys(), ...before.keys()])];
}

/** 60 and 60.0 are the same threshold. */
function sameThreshold(before: Threshold | null, after: Threshold | null): boolean {
  return before?.hundredths === after?.hundredths;
}
