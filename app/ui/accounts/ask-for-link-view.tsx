// Asks for the address that a link is mailed to; the answer is the same for every address.
import { ASK_FOR_LINK } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { AskForLinkProblem } from '#app/use-cases/accounts/ask-for-link.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { waitText } from '#words/kit/general.ts';
import { BackLink, Column } from '#app/ui/kit/page.tsx';

type Answered = {
  readonly email: string;
  /** For how long the link works; null = none was asked for. */
  readonly minutes: number | null;
  readonly error: string | null;
};
type Props = {
  readonly title: string;
  readonly intro: string;
  readonly answered: Answered | null;
};

/** What the page says of the answer. */
export function asked(
  email: string,
  answer: { readonly minutes: number } | AskForLinkProblem,
): Answered {
  return 'minutes' in answer
    ? { email, minutes: answer.minutes, error: null }
    : { email, minutes: null, error: problemText(answer) };
}

/** What the page says of a form that names no address. */
export function notAsked({
  typed,
  errors,
}: {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}): Answered {
  return { email: typed['email'] ?? '', minutes: null, error: errors['email'] ?? null };
}

function problemText(problem: AskForLinkProblem): string {
  return problem.code === 'wait'
    ? ASK_FOR_LINK.tooMany(waitText(problem.seconds))
    : ASK_FOR_LINK.noMail;
}

export function AskForLink({ title, intro, answered }: Props) {
  if (answered !== null && answered.minutes !== null) {
    return <Sent email={answered.email} minutes={answered.minutes} />;
  }
  const errors = answered?.error == null ? {} : { email: answered.error };
  return (
    <Column>
      <PageTitle title={title} problems={answered !== null} />
      <BackLink to={addressOf('/sign-in')}>Sign in</BackLink>
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>{intro}</p>
      <form method="post" noValidate>
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          width="two-thirds"
          value={answered?.email ?? ''}
          error={errors.email}
        />
        <button className="nhsuk-button">Send the link</button>
      </form>
    </Column>
  );
}

function Sent({ email, minutes }: { readonly email: string; readonly minutes: number }) {
  return (
    <Column>
      <PageTitle title="Look into your mailbox" />
      <BackLink to={addressOf('/sign-in')}>Sign in</BackLink>
      <h1 className="nhsuk-heading-l">Look into your mailbox</h1>
      <p>
        If <bdi>{email}</bdi> has an account here, a letter with a link is on its way. It works
        once, for {minutes} minutes.
      </p>
      <p>
        Nothing comes? Look among the unwanted mail, and whether the address is right. You can ask
        again up to five times in an hour. See <a href={addressOf('/help')}>help and contact</a>.
      </p>
    </Column>
  );
}
