// Erasing a file for good: the lead's page for one item of evidence.
import { addressOf } from '#app/addresses.ts';
import type { EvidenceErasePage } from '#app/queries/evidence/erase-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';

export type Answered = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
} | null;

type Props = { readonly page: EvidenceErasePage; readonly answered: Answered };

export function EraseView({ page, answered }: Props) {
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title="Erase a file" problems={answered !== null} />
      <BackLink
        to={addressOf('/assessments/:id/criteria/:criterion', {
          id: page.id,
          criterion: page.criterion,
        })}
      >
        Criterion {page.criterion}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(answered?.errors ?? {})} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.title}</span>
          Erase <bdi>{page.file}</bdi> for good
        </h1>
        {page.erased === null ? <Form page={page} answered={answered} /> : <p>{page.erased}.</p>}
      </Column>
    </AssessmentFrame>
  );
}

function Form({ page, answered }: Props) {
  return (
    <>
      <p>
        This is for a file that nobody should have, such as a list of staff. Its content is deleted
        here at once, with every copy of it that your departments have attached, and no backup that
        is restored here brings it back. Backups that are kept elsewhere still hold it until they
        are deleted: tell the person who runs the service.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          Its name and fingerprint stay, with the day and your reason. The fingerprint is{' '}
          <code className="app-narrative">{page.sha256}</code>
        </li>
        <li>
          {page.state === 'submitted'
            ? 'What was submitted stays as it is, and so does what the panel makes of it.'
            : 'It no longer counts as evidence, so the supported rating of the criterion may fall.'}
        </li>
        {page.state === 'signed-off' ? (
          <li>The signature is taken back: the executive sponsor has to sign again.</li>
        ) : null}
      </ul>
      <form method="post" noValidate>
        <EraseFields answered={answered} />
        <button className="nhsuk-button nhsuk-button--warning">Erase the file for good</button>
      </form>
    </>
  );
}

/** The reason and the tick: the same for leads and administrators. */
export function EraseFields({ answered }: { readonly answered: Answered }) {
  return (
    <>
      <TextArea
        name="reason"
        label="Why is it erased?"
        hint="Everybody who sees the evidence reads this. Do not repeat what the file says."
        rows={3}
        value={answered?.typed['reason']}
        error={answered?.errors['reason']}
      />
      <Choices
        kind="checkbox"
        name="sure"
        label="It cannot be undone"
        size="s"
        chosen={[]}
        options={[{ value: 'yes', label: 'I want the content of this file to be erased for good' }]}
        error={answered?.errors['sure']}
      />
    </>
  );
}
