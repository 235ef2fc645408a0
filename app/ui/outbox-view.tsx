// The outbox: what was written to whom and whether it has gone. The HTML of a letter is shown as its
// source, so that nothing in it is drawn or loaded.
import type { OutboxPage } from '#app/queries/outbox-page.ts';
import { PageTitle } from './error-summary.tsx';
import { BackLink } from './page.tsx';
import { dayAndTime } from './time.ts';

type Letter = OutboxPage['letters'][number];

export function OutboxView({ page }: { readonly page: OutboxPage }) {
  return (
    <>
      <PageTitle title="Outbox" />
      <BackLink to="/admin">Administration</BackLink>
      <h1 className="nhsuk-heading-l">Outbox</h1>
      <p>
        {page.sends
          ? `Letters are sent as they are written. Waiting: ${page.waiting}.`
          : `No mail server is set, so letters stay here. Waiting: ${page.waiting}.`}
      </p>
      {page.showsText ? null : (
        <p>Their texts are not shown, because they can hold links that let their reader in.</p>
      )}
      {page.letters.map((letter) => (
        <section className="app-evidence" key={letter.id}>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{letter.subject}</h2>
          <p className="nhsuk-body-s">
            To {letter.recipient}, written {dayAndTime(letter.createdAt)}. {stateText(letter)}
          </p>
          {letter.text === '' ? null : <Texts letter={letter} />}
        </section>
      ))}
    </>
  );
}

function Texts({ letter }: { readonly letter: Letter }) {
  return (
    <>
      <p className="app-narrative">{letter.text}</p>
      <details className="nhsuk-details nhsuk-u-margin-bottom-0">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">
            The HTML of it<span className="nhsuk-u-visually-hidden">: {letter.subject}</span>
          </span>
        </summary>
        <div className="nhsuk-details__text">
          <p className="app-narrative">
            <code>{letter.html}</code>
          </p>
        </div>
      </details>
    </>
  );
}

function stateText({ state, sentAt, nextAt, attempts, lastError }: Letter): string {
  switch (state) {
    case 'sent':
      return sentAt === null ? 'Sent.' : `Sent ${dayAndTime(sentAt)}.`;
    case 'waiting':
      return 'Waiting.';
    case 'trying-again':
      return `Tried ${attempts} times (${lastError ?? 'no answer'}), again after ${dayAndTime(nextAt)}.`;
    case 'given-up':
      return `Could not be sent (${lastError ?? 'no answer'}).`;
    default:
      return state satisfies never;
  }
}
