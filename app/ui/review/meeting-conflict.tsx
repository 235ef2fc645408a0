// Both versions of a form of the meeting that was changed in another window.
import { addressOf } from '#app/addresses.ts';
import { isNoneTicked, tickedRating } from '#app/domain/charter/ticked.ts';
import { draftTicks } from '#app/domain/review/draft-boxes.ts';
import { BothTexts } from '#app/ui/kit/typing/both-texts.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { LABEL } from '#words/kit/labels.ts';
import { TEXTS } from '#words/review/review-pages.ts';
import { type MeetingProps, statementsIn } from './meeting-form.ts';
import { ratingOptions } from './rating-view.tsx';
import { tickedSide } from './ticked-side.ts';

const FEEDBACK = [
  ['reason', LABEL.reason],
  ['commendation', LABEL.commendation],
  ['recommendation', LABEL.recommendation],
  ['requirement', LABEL.requirement],
] as const;

export function MeetingConflict({ page, refused }: MeetingProps) {
  if (refused === null || refused.conflict === null) return null;
  const side = (texts: Refused['typed']) => [
    { label: TEXTS.note, text: texts['text'] ?? '' },
    ...(page.mayAgree
      ? [
          ...agreedIn(page, texts),
          ...FEEDBACK.map(([name, label]) => ({ label, text: texts[name] ?? '' })),
        ]
      : []),
  ];
  return (
    <BothTexts
      title="This was changed in another window while you were writing"
      by="It was saved there meanwhile."
      saved={side(refused.conflict.saved)}
      yours={side(refused.typed)}
      here={addressOf('/reviews/:review/discussion/:criterion', {
        review: page.id,
        criterion: page.criterion.id,
      })}
    />
  );
}

/** The rating, and the statements that give it where they are asked for. */
function agreedIn(page: MeetingProps['page'], texts: Refused['typed']) {
  const ticks = draftTicks(statementsIn(page), texts);
  const rating =
    page.statements === null || isNoneTicked(ticks)
      ? (texts['choice'] ?? '')
      : String(tickedRating(statementsIn(page), ticks));
  const label = ratingOptions(page).find(({ value }) => value === rating)?.label ?? '';
  return [{ label: TEXTS.agreedRating, text: label }, ...tickedSide(page, ticks)];
}
