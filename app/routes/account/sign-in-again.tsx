import { data } from 'react-router';
import { carriedFields, keptForm } from '#app/http/keep-for-later.ts';
import { Column } from '#app/ui/page.tsx';
import { SignInForm } from '#app/ui/sign-in-form.tsx';
import type { Route } from './+types/sign-in-again';

export const policy = 'public';

// Reached by a form whose session had ended (http/keep-for-later.ts); nobody links here.
export async function action({ request }: Route.ActionArgs) {
  const kept = keptForm(await request.formData());
  return data({ next: kept?.to ?? '/', carried: carriedFields(kept) }, { status: 401 });
}

export default function SignInAgain({ actionData }: Route.ComponentProps) {
  return (
    <Column>
      <SignInForm
        title="Sign in again to save what you typed"
        next={actionData?.next ?? '/'}
        carried={actionData?.carried ?? []}
        errors={{}}
        email=""
      >
        <p>
          You were signed out because nothing had happened for a while. Your text is not lost: this
          page carries it. Sign in, and you can save it.
        </p>
      </SignInForm>
    </Column>
  );
}
