// A criterion that the whole organisation answers, on a department’s page: the answer, and the department’s note.
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { addressOf } from '#app/addresses.ts';
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import { dayAndTime } from '#words/kit/time.ts';
import { NoteForm } from './note-form.tsx';
import type { Answered } from '#app/ui/assessment/answer-form.tsx';
import { ReadOnly } from '#app/ui/assessment/read-only-answer.tsx';

type Props = {
  readonly page: CriterionPage & { readonly savedBy: string | null };
  readonly shared: NonNullable<CriterionPage['shared']>;
  readonly answered: Answered | null;
};

export function OrganisationAnswer({ page, shared, answered }: Props) {
  return (
    <>
      <div className="nhsuk-inset-text">
        <p>
          <strong>{ORGANISATION_ANSWER.title}.</strong> {ORGANISATION_ANSWER.explained}
          {shared.absent === '' ? null : ` ${shared.absent}`}
          {shared.saved === null
            ? null
            : ` ${ORGANISATION_ANSWER.saved(page.savedBy, dayAndTime(shared.saved.at))}`}
        </p>
        {shared.isChanged ? <p>{ORGANISATION_ANSWER.changedHere}</p> : null}
      </div>
      <ReadOnly page={page} />
      <Before id={page.id} shared={shared} />
      {page.mayAnswer ? (
        <NoteForm page={page} note={shared.note} answered={answered} />
      ) : (
        <>
          <h2 className="nhsuk-heading-m">{ORGANISATION_ANSWER.noteTitle}</h2>
          <p className="app-narrative">{shared.note.text || ORGANISATION_ANSWER.noNote}</p>
        </>
      )}
    </>
  );
}

function Before({ id, shared }: { readonly id: string } & Pick<Props, 'shared'>) {
  const { before, itemsBefore } = shared;
  return (
    <>
      {before === '' ? null : <p>{ORGANISATION_ANSWER.before(before)}</p>}
      {itemsBefore.length === 0 ? null : (
        <>
          <p>{ORGANISATION_ANSWER.beforeEvidence}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {itemsBefore.map((item) => (
              <li key={item.id}>
                {item.file === null ? (
                  item.title
                ) : (
                  <a
                    href={addressOf('/assessments/:id/evidence/:evidence/file', {
                      id,
                      evidence: item.id,
                    })}
                  >
                    {item.title}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
