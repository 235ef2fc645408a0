// Signing in again on a page that carries a form which could not be saved.
import { Column } from './page.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Props = {
  readonly next: string;
  readonly carried: readonly (readonly [string, string])[];
  readonly providers: boolean;
};

export function SignInAgainView({ next, carried, providers }: Props) {
  return (
    <Column>
      <SignInForm
        title="Sign in again to save what you typed"
        next={next}
        carried={carried}
        errors={{}}
        email=""
        providers={providers}
      >
        <p>
          You were signed out because nothing had happened for a while. Your text is not lost: this
          page carries it. Sign in, and you can save it.
        </p>
      </SignInForm>
    </Column>
  );
}
