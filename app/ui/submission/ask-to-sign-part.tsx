// The lead asks for the signature, or takes the request back; where it stands is said in both cases.
import type { CheckPage } from '#app/queries/submission/check-page.ts';
import { TextArea } from '#app/ui/kit/fields.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Props = { readonly page: CheckPage; readonly refused: Refused | null };

export function AskToSign({ page, refused }: Props) {
  if (!page.may.ask || page.obstacles.length > 0) return null;
  if (page.signing?.kind === 'waiting') {
    return (
      <form method="post">
        <p>Answers can still be changed. Who signs is shown what changed since you asked.</p>
        <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="take-back">
          Take the request back
        </button>
      </form>
    );
  }
  return (
    <form method="post" noValidate>
      <TextArea
        name="message"
        label="Message to the sponsor (optional)"
        hint="It is shown with the request. Asking locks nothing: answers can still be changed."
        rows={3}
        value={refused?.typed['message']}
        error={refused?.errors['message']}
      />
      <button className="nhsuk-button" name="intent" value="ask">
        Ask the sponsor to sign
      </button>
    </form>
  );
}
