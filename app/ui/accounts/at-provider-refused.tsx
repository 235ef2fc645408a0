// Somebody came back from a provider, and nothing came of it: why, and what to do.
import { NOTHING_CAME_OF_IT } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';

type Props = {
  /** What it was for. */
  readonly kind: 'sign-in' | 'accept' | 'link' | 'confirm';
  readonly error: string;
};

export function AtProviderRefused({ kind, error }: Props) {
  return (
    <Column>
      <PageTitle title={NOTHING_CAME_OF_IT[kind]} problems />
      <ErrorSummary problems={problemsOf({ '': error })} />
      <h1 className="nhsuk-heading-l">{NOTHING_CAME_OF_IT[kind]}</h1>
      <Next kind={kind} />
      <p>
        If it happens again, see <a href={addressOf('/help')}>help and contact</a>.
      </p>
    </Column>
  );
}

function Next({ kind }: Pick<Props, 'kind'>) {
  switch (kind) {
    case 'sign-in':
      return (
        <p>
          <a className="nhsuk-button" href={addressOf('/sign-in')}>
            To the sign-in page
          </a>
        </p>
      );
    case 'accept':
      return <p>Follow the link in the letter again. It works until somebody has accepted it.</p>;
    case 'link':
      return (
        <p>
          <a className="nhsuk-button" href={addressOf('/account/provider')}>
            Try again
          </a>
        </p>
      );
    case 'confirm':
      return (
        <p>Close this window, and try again in the other one. What you typed is still there.</p>
      );
    default:
      return kind satisfies never;
  }
}
