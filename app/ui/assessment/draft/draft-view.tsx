// A document brought back: for each answer what differs, word by word, to be accepted one by one.
import { DRAFT } from '#words/assessment/assessment-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { DraftPreview } from '#app/queries/assessment/make-draft-document.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { DraftLeftOut } from './left-out-list.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { FileField } from '#app/ui/kit/file-field.tsx';
import { draftProblemText } from '#words/assessment/draft-answer-problem.ts';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { WordChanges } from '#app/ui/kit/words/changed-words.tsx';

type Props = {
  readonly id: string;
  readonly preview: DraftPreview | null;
  readonly error: string | null;
};

export function DraftView({ id, preview, error }: Props) {
  const problems = error === null ? [] : [{ text: error, field: preview === null ? 'file' : null }];
  const title = preview === null ? DRAFT.bringBack : DRAFT.whatChanges;
  return (
    <AssessmentFrame id={id} here="documents">
      <PageTitle title={title} problems={error !== null} />
      <BackLink to={addressOf('/assessments/:id/documents', { id })}>Documents</BackLink>
      <Column>
        <ErrorSummary problems={problems} />
        <h1 className="nhsuk-heading-l">{title}</h1>
        {preview === null ? (
          <Upload id={id} error={error ?? undefined} />
        ) : (
          <Preview preview={preview} />
        )}
      </Column>
    </AssessmentFrame>
  );
}

function Upload({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <>
      <p>
        Download{' '}
        <a href={addressOf('/assessments/:id/draft/questions.docx', { id })}>
          the questions and your draft
        </a>
        , write into the framed boxes in Word, LibreOffice or Google Docs, save it as .docx and
        choose it here. You see every difference before anything is saved. The file itself is not
        kept.
      </p>
      <form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="file"
          label="Document"
          hint="A Word file (.docx) that was downloaded from this assessment"
          error={error}
        />
        <button className="nhsuk-button">Show what it changes</button>
      </form>
    </>
  );
}

function Preview({ preview }: { readonly preview: DraftPreview }) {
  const { changes, problems, moreUnknown, unchanged, leftOut } = preview;
  return (
    <>
      {leftOut === null ? null : <DraftLeftOut leftOut={leftOut} />}
      {problems.length === 0 ? null : (
        <section className="nhsuk-warning-callout" aria-labelledby="left-out">
          <h2 className="nhsuk-warning-callout__label" id="left-out">
            Answers with problems are left out
          </h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {problems.map((problem) => (
              <li key={problem.criterion}>
                {problem.name}: {draftProblemText(problem)}
              </li>
            ))}
            {moreUnknown === 0 ? null : (
              <li>{moreUnknown} more that are in the document and not in the charter</li>
            )}
          </ul>
        </section>
      )}
      {changes.length === 0 ? (
        <p>
          <strong>
            {leftOut === null ? 'Nothing changed.' : 'No box that was read holds anything new.'}
          </strong>{' '}
          {unchanged === 1 ? '1 answer is' : `${unchanged} answers are`} as before.
        </p>
      ) : (
        <form method="post" noValidate>
          <HiddenFields
            fields={changes.map(({ carried }) => ['carried', JSON.stringify(carried)] as const)}
          />
          <p>Nothing is saved yet. Untick what you do not want.</p>
          {changes.map((change) => (
            <Difference key={change.criterion} change={change} />
          ))}
          <button className="nhsuk-button">Accept the ticked answers</button>
        </form>
      )}
      <p>
        <a href="draft">Choose another file</a>
      </p>
    </>
  );
}

type Change = DraftPreview['changes'][number];

function Difference({ change }: { readonly change: Change }) {
  const { criterion, name, outdated, rating, reason, narrative, changes, words, wordLimit } =
    change;
  return (
    <section className="app-evidence" aria-labelledby={`change-${criterion}`}>
      <h2 className="nhsuk-heading-s" id={`change-${criterion}`}>
        {name}
      </h2>
      {outdated ? <Outdated narrative={narrative} /> : null}
      <div className="nhsuk-checkboxes app-small-choices">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={`accept-${criterion}`}
            name="accept"
            value={criterion}
            defaultChecked={!outdated}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`accept-${criterion}`}>
            Accept the answer to {criterion}
          </label>
        </div>
      </div>
      {rating.now === rating.proposed ? null : (
        <p>
          Rating: {rating.now} becomes <strong>{rating.proposed}</strong>.
        </p>
      )}
      {reason.now === reason.proposed || reason.proposed === '' ? null : (
        <p className="app-narrative">Why it does not apply: {reason.proposed}</p>
      )}
      <WordChanges changes={changes} />
      {words > wordLimit ? (
        <p className="app-over">
          {words} words, {words - wordLimit} over the limit of {wordLimit}. It can be saved, and is
          not ready until it is shorter.
        </p>
      ) : null}
    </section>
  );
}

function Outdated({ narrative }: Pick<Change, 'narrative'>) {
  return (
    <>
      <p>
        <strong className="nhsuk-tag nhsuk-tag--orange">Changed meanwhile</strong> Someone changed
        this answer after the document was downloaded. Tick it only if the document’s text is to
        replace what is saved now.
      </p>
      <div className="app-compare">
        <div>
          <h3 className="nhsuk-heading-xs">Saved now</h3>
          <p className="app-narrative">{narrative.now || 'Nothing'}</p>
        </div>
        <div>
          <h3 className="nhsuk-heading-xs">In the document</h3>
          <p className="app-narrative">{narrative.proposed || 'Nothing'}</p>
        </div>
      </div>
    </>
  );
}
