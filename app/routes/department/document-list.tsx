import { LIBRARY } from '#words/evidence/library-words.ts';
import { READING } from '#words/assessment/reading-words.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { unshownIn } from '#app/queries/assessment/documents.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { UnshownWords } from '#app/ui/kit/words/unshown-words.tsx';
import type { Route } from './+types/document-list';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  const { id, department, organisation, charter, maySeeCounts, mayAnswer } = view;
  const { notice } = charter;
  const unshown = unshownIn(signedIn(context).services, view);
  return { id, department, organisation, notice, mayAnswer, mayExport: maySeeCounts, unshown };
}

export default function Documents({ loaderData }: Route.ComponentProps) {
  const { id, department, organisation, notice, mayExport, mayAnswer, unshown } = loaderData;
  return (
    <AssessmentFrame id={id} here="documents">
      <PageTitle title={`Documents of ${department}`} />
      <Column>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{department}</span>
          Documents
        </h1>
        <p>
          Each document is made from what is saved at this moment. Documents are for the executive
          sponsor and the self-assessment team of {organisation}. They hold no counts of people.
        </p>
        <UnshownWords words={unshown} />
        <ul className="nhsuk-list">
          <li>
            <a href={addressOf('/assessments/:id/documents/:kind', { id, kind: 'action-plan' })}>
              Action plan (PDF)
            </a>
            <br />
            Where we stand, what is missing, every action in full, and how the score came about
          </li>
          <li>
            <a href={addressOf('/assessments/:id/actions/plan.xlsx', { id })}>
              Action plan (Excel)
            </a>
            <br />
            Every action as a row. You can change it and bring it back
          </li>
          <li>
            <a href={addressOf('/assessments/:id/actions/plan.ics', { id })}>
              Dates of the action plan (ICS)
            </a>
            <br />
            Due dates and milestones for your calendar
          </li>
          <li>
            <a href={addressOf('/assessments/:id/draft/questions.docx', { id })}>
              The questions and your draft (Word)
            </a>
            <br />
            To write in elsewhere.{' '}
            {mayAnswer ? (
              <a href={addressOf('/assessments/:id/draft', { id })}>Bring your draft back</a>
            ) : (
              'Who may answer can bring it back'
            )}
          </li>
          <li>
            <a href={addressOf('/assessments/:id/evidence', { id })}>{LIBRARY.link}</a>
            <br />
            Every file and link once, with what it is used for
          </li>
          <li>
            <a href={addressOf('/assessments/:id/read', { id })}>{READING.link}</a>
            <br />
            On one page, to read together or to print
          </li>
          <li>
            <a
              href={addressOf('/assessments/:id/documents/:kind', { id, kind: 'self-assessment' })}
            >
              Self-assessment report (PDF)
            </a>
            <br />
            Every question with its rating, narrative and evidence
          </li>
          {mayExport ? (
            <li>
              <a href={addressOf('/assessments/:id/export', { id })}>
                The whole assessment as a file (YAML)
              </a>
              <br />
              For the command line or another installation. It holds the workforce counts: keep it
              inside the team. Evidence files are named in it, and not part of it
            </li>
          ) : null}
          {mayExport ? (
            <li>
              <a href={addressOf('/assessments/:id/archive', { id })}>
                Everything in one archive (ZIP)
              </a>
              <br />
              Answers, documents and evidence, with the fingerprint of each file. Another
              installation can take it in. It holds the workforce counts
            </li>
          ) : null}
        </ul>
        <p>The PDFs are tagged for screen readers, and can be enlarged and searched.</p>
        <div className="nhsuk-inset-text">
          <p>{notice}</p>
        </div>
      </Column>
    </AssessmentFrame>
  );
}
