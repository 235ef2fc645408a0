// The password was right, and the organisation has its people sign in elsewhere: the button that goes there.
import { addressOf } from '#app/addresses.ts';

type Props = { readonly provider: string; readonly name: string; readonly next: string };

export function RequiredProvider({ provider, name, next }: Props) {
  return (
    <form method="post" action={addressOf('/sign-in/provider')}>
      <input type="hidden" name="next" value={next} />
      <button className="nhsuk-button" name="provider" value={provider}>
        {`Sign in with ${name}`}
      </button>
    </form>
  );
}
