// What a decision requires to be changed: the criteria with a requirement, as they were written.
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';

export type Requirement = { readonly criterion: string; readonly requirement: string };

/** The requirements of a decision, in the order of its criteria. */
export function requirementsIn({
  criteria,
}: Pick<DecisionRecord, 'criteria'>): readonly Requirement[] {
  return criteria
    .filter(({ requirement }) => requirement.trim() !== '')
    .map(({ criterion, requirement }) => ({ criterion, requirement }));
}
