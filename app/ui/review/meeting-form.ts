// What stands in the form of the meeting: what came back, else one’s own draft, else what is agreed.
import { isBox } from '#app/domain/assessment/tick-field.ts';
import { draftBoxes } from '#app/domain/review/draft-boxes.ts';
import type { ConsensusPage } from '#app/queries/review/discussion-page.ts';
import type { Refused } from '#app/ui/kit/refused.ts';

export type MeetingProps = {
  readonly page: ConsensusPage;
  readonly refused: MeetingRefused | null;
};

/** A form of the meeting that was not saved; `conflict` is what was saved in another window meanwhile. */
export type MeetingRefused = Refused & { readonly conflict: Conflict | null };

type Conflict = {
  readonly saved: Refused['typed'];
  readonly now: { readonly draft: number; readonly agreed: number };
};

/** The texts in its fields, by their names. */
export function textsIn({ page, refused }: MeetingProps): Refused['typed'] {
  return refused === null ? page.draft.texts : { choice: '', ...refused.typed };
}

/** Which boxes are ticked in it, by their names. */
export function boxesIn({ page, refused }: MeetingProps): readonly string[] {
  const texts = textsIn({ page, refused });
  // What speaks against itself comes back as it was sent.
  return refused !== null && texts['ticked'] === undefined
    ? Object.keys(texts).filter(isBox)
    : draftBoxes(statementsIn(page), texts);
}

/** The statements of the criterion, by rating. */
export function statementsIn({ criterion }: Pick<ConsensusPage, 'criterion'>) {
  return { statements: criterion.ratings.map(({ statements }) => statements) };
}
