// An administrator takes the second factor away: its owner reads when, and can keep it.
import { addressOf } from '#app/addresses.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly reset: { readonly effectiveAt: string; readonly reason: string } | null;
};

export function FactorReset({ reset }: Props) {
  if (reset === null) return null;
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">Your second factor will be taken away</h2>
      <p>
        A charter administrator has asked for it. It happens on {dayAndTime(reset.effectiveAt)}. The
        reason given: {reset.reason}
      </p>
      <form method="post" action={addressOf('/account/second-factor')}>
        <input type="hidden" name="intent" value="keep" />
        <button className="nhsuk-button nhsuk-button--secondary">Keep my second factor</button>
      </form>
    </div>
  );
}
