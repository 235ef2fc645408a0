// The preview of moving to a newer version of the charter, and the button that does it.
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { addressOf } from '#app/addresses.ts';
import type { MovePage } from '#app/queries/assessment/move-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import { TitledList } from '#app/ui/kit/lists/titled-list.tsx';

export function MoveView({ page, error }: { page: MovePage; error: string | null }) {
  return (
    <AssessmentFrame id={page.id} here="tasks">
      <PageTitle title="Move to a newer version of the charter" problems={error !== null} />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
        <h1 className="nhsuk-heading-l">Move to a newer version of the charter</h1>
        <p>This assessment is on: {page.charter}.</p>
        {page.newer.length === 0 ? <p>There is no newer published version.</p> : null}
        {page.newer.length > 1 ? (
          <ul className="nhsuk-list nhsuk-list--bullet">
            {page.newer.map(({ name, version }) => (
              <li key={name}>
                <a href={`${addressOf('/assessments/:id/move', { id: page.id })}?to=${name}`}>
                  See what version {version} would change
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {page.preview === null ? null : <Preview preview={page.preview} />}
      </Column>
    </AssessmentFrame>
  );
}

function Preview({ preview }: { readonly preview: NonNullable<MovePage['preview']> }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What version {preview.version} would change</h2>
      <p>Nothing is changed until you choose to move.</p>
      <dl className="nhsuk-summary-list">
        <Row term="Level">
          {preview.before.level} before, {preview.after.level} after
        </Row>
        <Row term="Overall score">
          {preview.before.overall} before, {preview.after.overall} after
        </Row>
        <Row term="Answers that stay as they are">{preview.carried}</Row>
      </dl>
      <TitledList
        title="Answers to look at again, because the criterion changed"
        items={preview.review}
      />
      <TitledList title={STATEMENTS.ticksGone} items={preview.ticksGone} />
      {preview.toConfirm === 0 ? null : <p>{STATEMENTS.confirmAfter(preview.toConfirm)}</p>}
      <TitledList title="New criteria, not answered yet" items={preview.added} />
      <TitledList
        title="Criteria made of several old ones: write the answer anew; the old ones stay readable"
        items={preview.merged}
      />
      <TitledList title={ORGANISATION_ANSWER.becomeNotes} items={preview.notes} />
      <TitledList
        title="Criteria that are gone: answers stay readable, and do not count"
        items={preview.removed}
      />
      <TitledList title="Workforce counts that stay behind" items={preview.countsLeft} />
      <TitledList title="Changed thresholds and required ratings" items={preview.thresholds} />
      <form method="post" autoComplete="off">
        <input type="hidden" name="to" value={preview.to} />
        <input type="hidden" name="version" value={preview.readVersion} />
        <p>
          An assessment cannot be moved back.{' '}
          {preview.keepsRound ? 'It stays in its round.' : 'Its round is chosen anew afterwards.'}
        </p>
        <button className="nhsuk-button">Move to version {preview.version}</button>
      </form>
    </>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  );
}
