// What a decision requires to be changed: the criteria with a requirement, as they were written.
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { SUBMISSION_TEXTS } from '#app/domain/limits.ts';
import { refused, type Result } from '#app/domain/problem.ts';
import { mayWrite, type TextRule } from '#app/domain/written-text.ts';

export type Requirement = { readonly criterion: string; readonly requirement: string };

/** The requirements of a decision, in the order of its criteria. */
export function requirementsIn({
  criteria,
}: Pick<DecisionRecord, 'criteria'>): readonly Requirement[] {
  return criteria
    .filter(({ requirement }) => requirement.trim() !== '')
    .map(({ criterion, requirement }) => ({ criterion, requirement }));
}

export type RequirementNoteRefused = { readonly code: 'not-found' } | TextRule<'note-too-long'>;

/** What the department notes that it did about a requirement, as it is kept; '' takes the note away. */
export function checkRequirementNote(
  record: Pick<DecisionRecord, 'criteria'>,
  { criterion, note }: { readonly criterion: string; readonly note: string },
): Result<string, RequirementNoteRefused> {
  return requirementsIn(record).some((one) => one.criterion === criterion)
    ? mayWrite(SUBMISSION_TEXTS.requirementNote, note)
    : refused({ code: 'not-found' });
}
