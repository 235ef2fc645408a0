// Whom the awarding body wants to invite, and until when that can be stopped.
import { dayAndTime } from '#words/kit/time.ts';

type Waiting = {
  readonly id: string;
  readonly email: string;
  readonly reason: string;
  readonly effectiveAt: string;
  readonly department: string | null;
  readonly askedBy: string | null;
};

type Props = { readonly changes: readonly Waiting[]; readonly button: string };

export function WaitingChanges({ changes, button }: Props) {
  return changes.map((change) => (
    <div className="nhsuk-warning-callout" key={change.id}>
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        The awarding body wants to invite a lead
      </h2>
      <p>
        {change.email} is to be assessment lead of {change.department ?? 'the whole organisation'}.
        The invitation goes out after {dayAndTime(change.effectiveAt)}, London time, unless somebody
        who answers for the organisation objects.
      </p>
      <p>
        Asked for by <bdi>{change.askedBy ?? 'somebody whose account is gone'}</bdi>, because:
      </p>
      <p className="app-narrative">{change.reason}</p>
      <form method="post">
        <input type="hidden" name="change" value={change.id} />
        <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="stop">
          {button}
        </button>
      </form>
    </div>
  ));
}
