// Email address and password; also carries a form that could not be saved across the sign-in.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields, TextField } from '#app/ui/kit/fields.tsx';
import { PasskeyForm } from './passkey-form.tsx';

type Props = {
  readonly title: string;
  readonly next: string;
  /** Hidden fields of a form that could not be saved. */
  readonly carried: readonly (readonly [string, string])[];
  readonly errors: Readonly<Record<string, string>>;
  readonly email: string;
  /** Whether passwords from here are not looked at: a link is offered. */
  readonly tooMany?: boolean;
  /** Whether organisations have their people sign in at a provider of theirs. */
  readonly providers: boolean;
  readonly children?: ReactNode;
};

export function SignInForm({
  title,
  next,
  carried,
  errors,
  email,
  tooMany = false,
  providers,
  children,
}: Props) {
  return (
    <>
      <PageTitle title={title} problems={Object.keys(errors).length > 0} />
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {children}
      <form method="post" action={addressOf('/sign-in')} noValidate>
        <input type="hidden" name="next" value={next} />
        <HiddenFields fields={carried} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          width="two-thirds"
          value={email}
          error={errors['email']}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width="two-thirds"
          error={errors['password']}
        />
        <button className="nhsuk-button">Sign in</button>
      </form>
      {tooMany ? <DeviceLink email={email} /> : null}
      {providers ? <WithOrganisation next={next} carried={carried} /> : null}
      <PasskeyForm label="Use a passkey instead" next={next} carried={carried} />
      <p>
        <a href={addressOf('/forgotten-password')}>Forgotten password</a>. Cannot sign in in any
        way? See <a href={addressOf('/help')}>help and contact</a>.
      </p>
    </>
  );
}

function WithOrganisation({ next, carried }: Pick<Props, 'next' | 'carried'>) {
  if (carried.length === 0) {
    return (
      <p>
        <a
          className="nhsuk-button nhsuk-button--secondary"
          href={`${addressOf('/sign-in/provider')}?next=${encodeURIComponent(next)}`}
        >
          Sign in with your organisation
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={addressOf('/sign-in/provider')}>
      <HiddenFields fields={carried} />
      <p>
        <a href={addressOf('/sign-in/provider')} target="_blank" rel="noreferrer">
          Sign in with your organisation (opens beside this page)
        </a>
        , then come back to this page.
      </p>
      <button className="nhsuk-button nhsuk-button--secondary">
        I have signed in beside this page
      </button>
    </form>
  );
}

function DeviceLink({ email }: { readonly email: string }) {
  return (
    <form method="post" action={addressOf('/sign-in/link')}>
      <input type="hidden" name="email" value={email} />
      <button className="nhsuk-button nhsuk-button--secondary">Send a link to this address</button>
    </form>
  );
}
