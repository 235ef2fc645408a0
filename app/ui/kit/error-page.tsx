// What people see when a page is not there, not for them, or failed: what happened and what to do next.

import type { AssessmentState } from '#app/domain/submission/life.ts';
import { errorWords, lockedWords } from '#words/kit/error-words.ts';
import { PageTitle } from './error-summary.tsx';

type Failure = {
  readonly status: number;
  readonly reference: string;
  /** The state of an assessment in which nothing changes any more; null where that is not why. */
  readonly locked?: AssessmentState | null;
};

export function ErrorPage({ status, reference, locked = null }: Failure) {
  const { title, paragraphs } = locked === null ? errorWords(status) : lockedWords(locked);
  const isToTell = status >= 500 || (status === 409 && locked === null);
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageTitle title={title} />
        <h1 className="nhsuk-heading-l">{title}</h1>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {isToTell && reference !== '' ? (
          <p>
            {status === 409 ? 'Quote' : 'If it happens again, quote'} the reference{' '}
            <code>{reference}</code> when you ask for help.
          </p>
        ) : null}
        <p>
          <a href="/">Go to the start page</a>
        </p>
      </div>
    </div>
  );
}
