// Two people changed the same action: what differs, side by side.
import { dayAndTime } from './time.ts';

type Fields = Readonly<Record<string, string>>;

type Props = {
  readonly conflict: {
    readonly savedBy: string | null;
    readonly savedAt: string | null;
    readonly saved: Fields | null;
  };
  readonly typed: Fields;
};

const LABELS = [
  ['objective', 'Objective'],
  ['reason', 'Why'],
  ['steps', 'Steps'],
  ['owner', 'Owner'],
  ['resources', 'Resources'],
  ['successMeasure', 'Success measure'],
  ['priority', 'Priority'],
  ['status', 'Status'],
] as const;

export function ActionConflict({ conflict, typed }: Props) {
  const { saved, savedBy, savedAt } = conflict;
  const differing =
    saved === null
      ? []
      : LABELS.filter(([field]) => (saved[field] ?? '') !== (typed[field] ?? '').trim());
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        Someone else changed this action while you were writing
      </h2>
      <p>
        <bdi>{savedBy ?? 'A colleague'}</bdi> {saved === null ? 'removed it' : 'saved it'}
        {savedAt === null ? '' : ` on ${dayAndTime(savedAt)}`}. Nothing of yours is lost: the form
        below holds it, and it is not saved yet. Saving it replaces what is saved now.
      </p>
      {saved === null
        ? null
        : differing.map(([field, label]) => (
            <div className="app-compare" key={field}>
              <div>
                <h3 className="nhsuk-heading-s">{label}, saved now</h3>
                <p className="app-narrative">{saved[field]}</p>
              </div>
              <div>
                <h3 className="nhsuk-heading-s">{label}, yours</h3>
                <p className="app-narrative">{typed[field]}</p>
              </div>
            </div>
          ))}
    </div>
  );
}
