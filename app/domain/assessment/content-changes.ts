// What changed in an assessment since it stood as a snapshot says: criterion by criterion, and what else.
import type { AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { canonicalJson, type SnapshotEvidence } from '#app/domain/formats/snapshot.ts';

/** The content of an assessment at one time. */
export type Standing = {
  readonly content: Pick<AssessmentFile, 'answers' | 'actions' | 'targetLevel' | 'facts'>;
  readonly evidence: readonly SnapshotEvidence[];
};

export type CriterionChange = {
  readonly criterion: string;
  readonly claimed: { readonly before: number | null; readonly now: number | null };
  /** Other statements are ticked. */
  readonly ticks: boolean;
  /** The narrative, or why the criterion does not apply. */
  readonly text: { readonly before: string; readonly now: string };
  /** Titles of evidence. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly altered: readonly string[];
};

export type OtherChange = 'actions' | 'counts' | 'facts' | 'target';

/** Every criterion with a change, in this order of ids; ids that are not in it come last. */
export function changedCriteria(
  before: Standing,
  now: Standing,
  order: readonly string[],
): readonly CriterionChange[] {
  const ids = new Set([...order, ...criteriaIn(before), ...criteriaIn(now)]);
  return [...ids]
    .map((criterion) => changeOf(before, now, criterion))
    .filter((change) => isChange(change));
}

/** What changed beside the criteria; whether counts did is told by whoever may compare them. */
export function otherChanges(
  { content: before }: Standing,
  { content: now }: Standing,
  { counts }: { readonly counts: boolean },
): readonly OtherChange[] {
  const differs = (one: unknown, other: unknown) =>
    canonicalJson(one ?? null) !== canonicalJson(other ?? null);
  return [
    ...(differs(before.actions, now.actions) ? (['actions'] as const) : []),
    ...(counts ? (['counts'] as const) : []),
    ...(differs(before.facts, now.facts) ? (['facts'] as const) : []),
    ...(differs(before.targetLevel, now.targetLevel) ? (['target'] as const) : []),
  ];
}

function criteriaIn({ content, evidence }: Standing): readonly string[] {
  return [...Object.keys(content.answers ?? {}), ...evidence.map(({ criterion }) => criterion)];
}

function isChange({ claimed, ticks, text, added, removed, altered }: CriterionChange): boolean {
  return (
    claimed.before !== claimed.now ||
    ticks ||
    text.before !== text.now ||
    added.length + removed.length + altered.length > 0
  );
}

function saidIn({ content }: Standing, criterion: string) {
  const { rating, statements, notApplicable, narrative } = content.answers?.[criterion] ?? {};
  return {
    rating: rating ?? null,
    ticks: canonicalJson(statements ?? {}),
    text: notApplicable ?? narrative ?? '',
  };
}

/** What changed of one criterion; nothing in it differs where nothing did. */
export function changeOf(before: Standing, now: Standing, criterion: string): CriterionChange {
  const [then, since] = [saidIn(before, criterion), saidIn(now, criterion)];
  const items = ({ evidence }: Standing) =>
    new Map(
      evidence
        .filter((item) => item.criterion === criterion)
        .map((item) => [item.id, item] as const),
    );
  const [old, current] = [items(before), items(now)];
  const titles = (
    among: ReadonlyMap<string, SnapshotEvidence>,
    wanted: (item: SnapshotEvidence) => boolean,
  ) => [...among.values()].filter((item) => wanted(item)).map(({ title }) => title);
  return {
    criterion,
    claimed: { before: then.rating, now: since.rating },
    ticks: then.ticks !== since.ticks,
    text: { before: then.text, now: since.text },
    added: titles(current, ({ id }) => !old.has(id)),
    removed: titles(old, ({ id }) => !current.has(id)),
    altered: titles(current, (item) => {
      const was = old.get(item.id);
      return was !== undefined && canonicalJson(was) !== canonicalJson(item);
    }),
  };
}
