// Beside and below a criterion's answer: who writes it, its history, and the comments that are open.
import { addressOf } from '#app/addresses.ts';
import type { CriterionTogether } from '#app/queries/assessment/together.ts';
import { AnswerReview } from '#app/ui/assessment/work/answer-review.tsx';
import { CommentList } from './comment-list.tsx';
import { PeopleChoice } from './people-choice.tsx';

type Props = {
  /** The criterion, and its assessment. */
  readonly at: { readonly id: string; readonly criterion: string };
  readonly together: CriterionTogether;
};

export function Writers({ at, together }: Props) {
  const names = together.writers.filter(({ assigned }) => assigned).map(({ name }) => name);
  return (
    <section className="app-evidence" aria-labelledby="writers">
      <h2 className="nhsuk-heading-s" id="writers">
        Who writes this
      </h2>
      <p>{names.length === 0 ? 'Nobody has been asked to yet.' : names.join(', ')}</p>
      <AnswerReview at={at} work={together.work} />
      {together.mayAssign ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Change who writes it</span>
          </summary>
          <div className="nhsuk-details__text">
            <PeopleChoice
              to={addressOf('/assessments/:id/criteria/:criterion/people', at)}
              criterion={at.criterion}
              writers={together.writers}
            />
          </div>
        </details>
      ) : null}
      <HistoryLink at={at} />
    </section>
  );
}

export function HistoryLink({ at }: Pick<Props, 'at'>) {
  return (
    <p className="nhsuk-u-margin-bottom-0">
      <a href={addressOf('/assessments/:id/criteria/:criterion/history', at)}>
        History of this answer
      </a>
    </p>
  );
}

export function OpenComments({ at, together }: Props) {
  const open = together.comments.filter(({ resolved }) => resolved === null);
  return (
    <section aria-labelledby="comments">
      <h2 className="nhsuk-heading-m" id="comments">
        Comments {open.length === 0 ? null : <OpenTag open={open.length} />}
      </h2>
      <CommentList comments={open} to={null} />
      <p>
        <a href={addressOf('/assessments/:id/criteria/:criterion/comments', at)}>
          {together.mayComment ? 'Write or answer a comment on' : 'Read the comments on'}{' '}
          {at.criterion}
        </a>
      </p>
    </section>
  );
}

/** '2 open comments', as a badge. */
export function OpenTag({ open }: { readonly open: number }) {
  return (
    <strong className="nhsuk-tag nhsuk-tag--purple">
      {open} open {open === 1 ? 'comment' : 'comments'}
    </strong>
  );
}
