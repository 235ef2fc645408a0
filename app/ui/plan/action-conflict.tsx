// Two people changed the same action: what differs, side by side.
import type { FieldDifference } from '#app/queries/plan/action-page.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly conflict: {
    readonly savedBy: string | null;
    readonly savedAt: string | null;
    /** null = it was removed. */
    readonly differing: readonly FieldDifference[] | null;
  };
};

export function ActionConflict({ conflict: { savedBy, savedAt, differing } }: Props) {
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        This action was changed while you were writing
      </h2>
      <p>
        <bdi>{savedBy ?? 'A colleague'}</bdi> {differing === null ? 'removed it' : 'saved it'}
        {savedAt === null ? '' : ` on ${dayAndTime(savedAt)}`}. Nothing of yours is lost: the form
        below holds it, and it is not saved yet.{' '}
        {differing === null ? 'You can add it again.' : 'Saving it replaces what is saved now.'}
      </p>
      {(differing ?? []).map(({ field, label, saved, yours }) => (
        <div className="app-compare" key={field}>
          <div>
            <h3 className="nhsuk-heading-s">{label}, saved now</h3>
            <p className="app-narrative">{saved || 'Nothing'}</p>
          </div>
          <div>
            <h3 className="nhsuk-heading-s">{label}, yours</h3>
            <p className="app-narrative">{yours || 'Nothing'}</p>
          </div>
        </div>
      ))}
    </div>
  );
}
