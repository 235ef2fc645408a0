// What is ticked in the form of the meeting, as its draft holds it: a choice for what stands alone, or the fields of the
// statements that are ticked.
import { type Ticked, tickedUpTo } from '#app/domain/charter/ticked.ts';
import type { Criterion } from '#app/domain/charter/charter.ts';
import { tickedIn, tickFields } from '#app/domain/assessment/tick-field.ts';
import type { DraftTexts } from './meeting-draft.ts';
import type { RatingForm } from './rating-given.ts';

/** What was chosen or ticked, as texts of a draft. */
export function boxTexts({ choice, ticked }: Pick<RatingForm, 'choice' | 'ticked'>) {
  const fields = ticked === 'all' ? '' : tickFields(ticked ?? {}).join(' ');
  return { choice: fields === '' ? String(choice ?? '') : '', ticked: fields };
}

/** What is ticked in a draft: a rating that was chosen alone ticks all up to it. */
export function draftTicks(
  criterion: Pick<Criterion, 'statements'>,
  { choice = '', ticked = '' }: DraftTexts,
): Ticked {
  if (ticked !== '') return tickedIn(ticked.split(' '));
  return tickedUpTo(criterion, Number(choice) || 0);
}

/** The boxes of the form that are ticked in a draft, by their fields. */
export function draftBoxes(
  criterion: Pick<Criterion, 'statements'>,
  texts: DraftTexts,
): readonly string[] {
  const ticks = tickFields(draftTicks(criterion, texts));
  if (ticks.length > 0) return ticks;
  const { choice } = texts;
  if (choice === 'not-applicable') return ['rating'];
  return choice === '0' ? ['none'] : [];
}
