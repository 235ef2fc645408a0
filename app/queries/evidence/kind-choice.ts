// The kinds of evidence that a form offers, and the one that it begins with.
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import { presetKind } from '#app/domain/evidence/evidence-kinds.ts';

/** What the form of a criterion offers; null = a criterion that the charter does not have (any more). */
export function kindChoice({ kinds }: Pick<Charter, 'kinds'>, criterion: Criterion | null) {
  return { options: kinds, preset: criterion === null ? null : presetKind(criterion) };
}

export type KindChoice = ReturnType<typeof kindChoice>;
