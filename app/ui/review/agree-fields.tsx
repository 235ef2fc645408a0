// The fields in which the chair writes down what the panel agrees for a criterion.
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { SaveStatus } from '#app/ui/kit/typing/save-status.tsx';
import { StatementFields } from '#app/ui/assessment/statement-fields.tsx';
import { LABEL } from '#words/kit/labels.ts';
import { RATING, TEXTS } from '#words/review/review-pages.ts';
import { boxesIn, type MeetingProps, textsIn } from './meeting-form.ts';
import { ratingOptions } from './rating-view.tsx';

export function AgreeFields({ page, refused }: MeetingProps) {
  const texts = textsIn({ page, refused });
  const errors = refused?.errors ?? {};
  const text = (name: 'reason' | 'commendation' | 'recommendation' | 'requirement') => ({
    name,
    value: texts[name] ?? '',
    error: errors[name],
    rows: 3,
  });
  return (
    <>
      <h2 className="nhsuk-heading-m">What the panel agrees</h2>
      <AgreedRating page={page} refused={refused} />
      <TextArea {...text('reason')} label={LABEL.reason} hint="The department reads it" />
      <TextArea
        {...text('commendation')}
        label="Commendation (optional)"
        hint="What is done well"
      />
      <TextArea
        {...text('recommendation')}
        label="Recommendation (optional)"
        hint="What would help, and is not asked for"
      />
      <TextArea
        {...text('requirement')}
        label="Requirement (optional)"
        hint="What must change before the level can be awarded"
      />
      <DraftStatus page={page} refused={refused} />
      <input type="hidden" name="next" value={page.after?.id ?? ''} />
      {page.after === null ? null : (
        <button className="nhsuk-button nhsuk-u-margin-right-3" name="intent" value="agree">
          Save and go to {page.after.id}
        </button>
      )}
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="agree-and-list">
        Save and go to the list
      </button>
    </>
  );
}

/** A rating to choose, or the statements that give it. */
function AgreedRating({ page, refused }: MeetingProps) {
  const { choice = '' } = textsIn({ page, refused });
  const errors = refused?.errors ?? {};
  return page.statements === null ? (
    <Choices
      name="choice"
      kind="radio"
      size="s"
      label={TEXTS.agreedRating}
      hint={null}
      options={ratingOptions(page)}
      chosen={choice === '' ? [] : [choice]}
      error={errors['choice']}
    />
  ) : (
    <StatementFields
      criterion={{
        ratings: page.criterion.ratings,
        notApplicable: page.claim.notApplicable === null ? null : RATING.doesNotApply,
      }}
      question={TEXTS.agreedStatements}
      rule={TEXTS.agreedRule}
      hint={null}
      error={errors['rating'] ?? errors['choice']}
      ticked={new Set(boxesIn({ page, refused }))}
    />
  );
}

/** Whether a draft is kept of what stands in the form. */
export function DraftStatus({ page, refused }: MeetingProps) {
  const kept = refused === null && page.draft.kept;
  return (
    <SaveStatus
      text={kept ? 'Your draft is saved. Nobody else sees it before you choose a button.' : ''}
    />
  );
}
