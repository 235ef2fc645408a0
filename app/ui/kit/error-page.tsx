// What people see when a page is not there, not for them, or failed: what happened and what to do next.

import { errorWords } from '#words/kit/error-words.ts';
import { PageTitle } from './error-summary.tsx';

export function ErrorPage({ status, reference }: { status: number; reference: string }) {
  const { title, paragraphs } = errorWords(status);
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <PageTitle title={title} />
        <h1 className="nhsuk-heading-l">{title}</h1>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {(status >= 500 || status === 409) && reference !== '' ? (
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
