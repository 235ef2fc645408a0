// Signing in again after a form that could not be saved: the page carries it, or says that it cannot.
import { FACTORS } from '#words/accounts/accounts-pages.ts';
import type { NotSaved } from '#app/http/door/not-saved-answer.ts';
import { Texts } from '#app/ui/kit/typing/not-saved-view.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Props = {
  readonly next: string;
  readonly carried: readonly (readonly [string, string])[];
  /** The texts of a form that the page does not carry; null where there is no such form. */
  readonly lost: NotSaved['texts'] | null;
  readonly providers: boolean;
};

export function SignInAgainView({ next, carried, lost, providers }: Props) {
  const title = carried.length > 0 ? FACTORS.againToSave : FACTORS.again;
  return (
    <Column>
      <SignInForm
        title={title}
        next={next}
        carried={carried}
        errors={{}}
        email=""
        providers={providers}
      >
        <p>
          You were signed out because nothing had happened for a while.
          {carried.length > 0
            ? ' Your text is not lost: this page carries it. Sign in, and you can save it. Passwords, codes and files are not carried: enter or choose them again.'
            : ''}
        </p>
        {lost === null ? null : <Lost texts={lost} />}
      </SignInForm>
    </Column>
  );
}

function Lost({ texts }: { readonly texts: NotSaved['texts'] }) {
  if (texts.length === 0) {
    return <p>What you sent was not saved and is not kept. Sign in, and send it once more.</p>;
  }
  return (
    <>
      <p>
        What you sent was not saved, and this page cannot carry it. Copy your texts from here, sign
        in, and put them in once more. If they came from a file, choose the file again.
      </p>
      <Texts texts={texts} />
    </>
  );
}
