// What the panel requires, each with what was done about it since.
import { addressOf } from '#app/addresses.ts';
import type { ShownRequirement } from '#app/queries/submission/required-meanwhile.ts';
import { ChangeText } from '#app/ui/assessment/changes-since.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  /** Of the assessment. */
  readonly id: string;
  readonly requirements: readonly ShownRequirement[];
  readonly mayNote: boolean;
};

export function Requirements({ id, requirements, mayNote }: Props) {
  if (requirements.length === 0) return null;
  const left = requirements.filter(({ met }) => !met).length;
  return (
    <section aria-labelledby="required">
      <h2 className="nhsuk-heading-m" id="required">
        What the panel requires, and what you did
      </h2>
      {left === 0 ? null : (
        <p>
          <strong>
            Nothing is changed or noted yet for {left} of {requirements.length}.
          </strong>
        </p>
      )}
      {requirements.map((one) => (
        <div className="app-evidence" key={one.id}>
          <h3 className="nhsuk-heading-s">
            <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion: one.id })}>
              {one.name}
            </a>
          </h3>
          <p>
            The panel requires: <span className="app-narrative">{one.requirement}</span>
          </p>
          <Done requirement={one} />
          {mayNote ? <NoteLink id={id} requirement={one} /> : null}
        </div>
      ))}
    </section>
  );
}

/** What changed since the submission, and what the department noted. */
export function Done({ requirement }: { readonly requirement: ShownRequirement }) {
  const { change, note } = requirement;
  return (
    <>
      {change === null ? null : <ChangeText change={change} />}
      {note.text === '' ? null : (
        <p>
          Note{note.by === null ? '' : ` of ${note.by}`}
          {note.at === null ? '' : `, ${dayAndTime(note.at)}`}:{' '}
          <span className="app-narrative">{note.text}</span>
        </p>
      )}
    </>
  );
}

type LinkProps = {
  readonly id: string;
  readonly requirement: Pick<ShownRequirement, 'id' | 'note'>;
};

function NoteLink({ id, requirement }: LinkProps) {
  return (
    <p>
      <a
        href={addressOf('/assessments/:id/criteria/:criterion/requirement', {
          id,
          criterion: requirement.id,
        })}
      >
        {requirement.note.text === '' ? 'Note what you did' : 'Change the note'}
        <span className="nhsuk-u-visually-hidden"> for {requirement.id}</span>
      </a>
    </p>
  );
}

/** On the page of the criterion: what the panel requires here, and by when. */
export function RequirementHere({
  id,
  requirement,
  mayNote,
}: {
  readonly id: string;
  readonly requirement: ShownRequirement | null;
  readonly mayNote: boolean;
}) {
  if (requirement === null) return null;
  return (
    <section className="nhsuk-inset-text" aria-labelledby="required-here">
      <h2 className="nhsuk-heading-s" id="required-here">
        The panel requires a revision here
      </h2>
      <p className="app-narrative">{requirement.requirement}</p>
      <Done requirement={requirement} />
      {mayNote ? <NoteLink id={id} requirement={requirement} /> : null}
    </section>
  );
}
