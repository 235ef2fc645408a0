// How far an answer is among those who write it, and what one may say of it.
import { addressOf } from '#app/addresses.ts';
import type { CriterionTogether } from '#app/queries/assessment/together.ts';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { REVIEWING } from '#words/assessment/work-plan-words.ts';

type Props = {
  readonly at: { readonly id: string; readonly criterion: string };
  readonly work: CriterionTogether['work'];
  /** What was refused; null = nothing. */
  readonly refused?: {
    readonly errors: Readonly<Record<string, string>>;
    readonly comment: string;
  } | null;
};

/** The standing in words, with a button for each step that there is. */
export function AnswerReview({ at, work, refused = null }: Props) {
  const quick = work.steps.filter((step) => step !== 'sent-back');
  const to = addressOf('/assessments/:id/criteria/:criterion/review', at);
  return (
    <>
      <div id="answer-review" data-live="">
        <p>
          {REVIEWING.standing(work.review)}
          {work.dueOn === null ? '' : ` ${REVIEWING.dueOn(work.dueOn)}`}
        </p>
        {work.review === 'sent-back' ? (
          <p>
            <a href={addressOf('/assessments/:id/criteria/:criterion/comments', at)}>
              {REVIEWING.why}
            </a>
          </p>
        ) : null}
        {quick.length === 0 ? null : (
          <form method="post" action={to} className="app-button-row" id="review-steps">
            {quick.map((step) => (
              <Step key={step} step={step} label={REVIEWING.steps[step]} />
            ))}
          </form>
        )}
      </div>
      {/* Not in the part that is read anew: that may tell of an answer that nobody has read here. */}
      <input
        type="hidden"
        name="version"
        form="review-steps"
        value={work.version}
        data-answer-version=""
      />
      {work.steps.includes('sent-back') ? (
        <details className="nhsuk-details" open={refused?.errors['comment'] !== undefined}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{REVIEWING.sendBackMore}</span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post" action={to} noValidate>
              <TextArea
                name="comment"
                label={REVIEWING.comment}
                hint={REVIEWING.commentHint}
                rows={3}
                value={refused?.comment}
                error={refused?.errors['comment']}
              />
              <Step step="sent-back" label={REVIEWING.steps['sent-back']} />
            </form>
          </div>
        </details>
      ) : null}
    </>
  );
}

function Step({ step, label }: { readonly step: string; readonly label: string }) {
  return (
    <button
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
      name="step"
      value={step}
    >
      {label}
    </button>
  );
}
