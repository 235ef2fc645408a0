// The outbox: what was written to whom and whether it has gone. The HTML of a letter is shown as its
// source, so that nothing in it is drawn or loaded.
import { addressOf } from '#app/addresses.ts';
import type { OutboxPage } from '#app/queries/administration/outbox-page.ts';
import type { LetterCommand } from '#app/use-cases/letters/tend-letters.ts';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';
import { letterStateText } from '#words/letters/letter-state.ts';

type Letter = OutboxPage['letters'][number];

type Props = {
  readonly page: OutboxPage;
  readonly done: string | null;
  /** What was refused, in words. */
  readonly refused: string | null;
};

export function OutboxView({ page, done, refused }: Props) {
  return (
    <>
      <PageTitle title="Outbox" problems={refused !== null} />
      <BackLink to={addressOf('/admin')}>Administration</BackLink>
      <Done what={done} />
      <ErrorSummary problems={refused === null ? [] : [{ text: refused, field: null }]} />
      <h1 className="nhsuk-heading-l">Outbox</h1>
      <p>
        {page.sends
          ? `Letters are sent as they are written. Waiting: ${page.waiting}.`
          : `No mail server is set, so letters stay here. Waiting: ${page.waiting}.`}
      </p>
      {page.showsText ? null : (
        <p>Their texts are not shown: they are for those whom they are written to.</p>
      )}
      {page.held === 0 ? null : <Held page={page} />}
      {page.letters.map((letter) => (
        <section className="app-evidence" key={letter.id}>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{letter.subject}</h2>
          <p className="nhsuk-body-s">
            To {letter.recipient}, written {dayAndTime(letter.createdAt)}. {letterStateText(letter)}
          </p>
          {letter.text === '' ? null : <Texts letter={letter} />}
          <Ways letter={letter} />
        </section>
      ))}
    </>
  );
}

/** Letters of a backup, which may have gone out after it was made. */
function Held({ page }: { readonly page: OutboxPage }) {
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        {page.held === 1 ? '1 letter is held' : `${page.held} letters are held`}
      </h2>
      <p>
        They come from a backup that was restored. Some may have gone out after the backup was made,
        and their readers would get them twice. Release those that should go out, and take the
        others out.
      </p>
      <Button intent="release-all">Release all of them</Button>
    </div>
  );
}

function Ways({ letter }: { readonly letter: Letter }) {
  const { id, subject, state, needsLink } = letter;
  const about = { letter: id, about: subject };
  return (
    <div className="nhsuk-button-group nhsuk-u-margin-top-3">
      {needsLink ? (
        <Button intent="make-link" {...about}>
          Make its link
        </Button>
      ) : null}
      {state === 'given-up' ? (
        <Button intent="try-again" {...about}>
          Try again
        </Button>
      ) : null}
      {state === 'held' ? (
        <>
          <Button intent="release" {...about}>
            Release
          </Button>
          <Button intent="discard" {...about}>
            Take out
          </Button>
        </>
      ) : null}
    </div>
  );
}

type ButtonProps = {
  readonly intent: LetterCommand['intent'];
  readonly letter?: string;
  /** The subject of the letter, for those who hear the buttons one after another. */
  readonly about?: string;
  readonly children: string;
};

function Button({ intent, letter, about, children }: ButtonProps) {
  return (
    <form method="post">
      {letter === undefined ? null : <input type="hidden" name="letter" value={letter} />}
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        name="intent"
        value={intent}
      >
        {children}
        {about === undefined ? null : <span className="nhsuk-u-visually-hidden">: {about}</span>}
      </button>
    </form>
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
